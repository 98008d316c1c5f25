/**
 * Every rule, in the order in which they are shown. Adding one is adding its file and its row here (and its id in
 * judgement.ts). R25 is the regimen's own (lib/review); R27 belongs to follow-up.
 */
import { checkAge } from './check-age.ts';
import { checkAllergy } from './check-allergy.ts';
import { checkAlternatives } from './check-alternatives.ts';
import { checkCurrentOpioid } from './check-current-opioid.ts';
import { checkDepotOpioid } from './check-depot-opioid.ts';
import { checkHiddenOpioidUse } from './check-hidden-opioid-use.ts';
import { checkIncompleteRecord } from './check-incomplete-record.ts';
import { checkIndication } from './check-indication.ts';
import { checkInteractions } from './check-interactions.ts';
import { checkKidney } from './check-kidney.ts';
import { checkLiver } from './check-liver.ts';
import { checkMaintenanceOpioid } from './check-maintenance-opioid.ts';
import { checkMood } from './check-mood.ts';
import { checkNaltrexoneCurrent } from './check-naltrexone-current.ts';
import { checkOpioidUseDisorder } from './check-opioid-use-disorder.ts';
import { checkOtherSources } from './check-other-sources.ts';
import { checkOwnDraft } from './check-own-draft.ts';
import { checkPatientMatch } from './check-patient-match.ts';
import { checkPendingOpioid } from './check-pending-opioid.ts';
import { checkPeripheralOpioid } from './check-peripheral-opioid.ts';
import { checkPregnancy } from './check-pregnancy.ts';
import { checkRecentOpioid } from './check-recent-opioid.ts';
import { checkSurgery } from './check-surgery.ts';
import { checkThyroidTransplant } from './check-thyroid-transplant.ts';
import { checkUnidentified } from './check-unidentified.ts';
import { checkUrineScreen } from './check-urine-screen.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  checkIncompleteRecord, // R01
  checkCurrentOpioid, // R02
  checkRecentOpioid, // R03
  checkMaintenanceOpioid, // R04
  checkDepotOpioid, // R05
  checkUnidentified, // R06
  checkPeripheralOpioid, // R07
  checkPendingOpioid, // R08
  checkOtherSources, // R09
  checkOpioidUseDisorder, // R10
  checkUrineScreen, // R11
  checkNaltrexoneCurrent, // R12
  checkOwnDraft, // R13
  checkAllergy, // R14
  checkLiver, // R15
  checkKidney, // R16
  checkPregnancy, // R17
  checkAge, // R18
  checkSurgery, // R19
  checkIndication, // R20
  checkAlternatives, // R21
  checkInteractions, // R22
  checkThyroidTransplant, // R23
  checkMood, // R24
  checkPatientMatch, // R26
  checkHiddenOpioidUse, // R28
];
