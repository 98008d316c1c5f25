/**
 * Every rule, in the order in which they are shown. Adding one is adding its file and its row here (and its id in
 * rule-id.ts). R25 is the regimen's own (lib/review); R27 belongs to follow-up.
 */
import { checkAge } from '#lib/safety/rules/check-age.ts';
import { checkAllergy } from '#lib/safety/rules/check-allergy.ts';
import { checkAlternatives } from '#lib/safety/rules/check-alternatives.ts';
import { checkCurrentOpioid } from '#lib/safety/rules/check-current-opioid.ts';
import { checkDepotOpioid } from '#lib/safety/rules/check-depot-opioid.ts';
import { checkEarlierNaltrexone } from '#lib/safety/rules/check-earlier-naltrexone.ts';
import { checkHiddenOpioidUse } from '#lib/safety/rules/check-hidden-opioid-use.ts';
import { checkIncompleteRecord } from '#lib/safety/rules/check-incomplete-record.ts';
import { checkIndication } from '#lib/safety/rules/check-indication.ts';
import { checkInteractions } from '#lib/safety/rules/check-interactions.ts';
import { checkKidney } from '#lib/safety/rules/check-kidney.ts';
import { checkLiver } from '#lib/safety/rules/check-liver.ts';
import { checkMaintenanceOpioid } from '#lib/safety/rules/check-maintenance-opioid.ts';
import { checkMood } from '#lib/safety/rules/check-mood.ts';
import { checkNaltrexoneCurrent } from '#lib/safety/rules/check-naltrexone-current.ts';
import { checkOpioidUseDisorder } from '#lib/safety/rules/check-opioid-use-disorder.ts';
import { checkOtherSources } from '#lib/safety/rules/check-other-sources.ts';
import { checkOwnDraft } from '#lib/safety/rules/check-own-draft.ts';
import { checkPatientMatch } from '#lib/safety/rules/check-patient-match.ts';
import { checkPendingOpioid } from '#lib/safety/rules/check-pending-opioid.ts';
import { checkPeripheralOpioid } from '#lib/safety/rules/check-peripheral-opioid.ts';
import { checkPregnancy } from '#lib/safety/rules/check-pregnancy.ts';
import { checkRecentOpioid } from '#lib/safety/rules/check-recent-opioid.ts';
import { checkSurgery } from '#lib/safety/rules/check-surgery.ts';
import { checkThyroidTransplant } from '#lib/safety/rules/check-thyroid-transplant.ts';
import { checkUnidentified } from '#lib/safety/rules/check-unidentified.ts';
import { checkUrineScreen } from '#lib/safety/rules/check-urine-screen.ts';
import type { Rule } from './rule.ts';

export const RULES = [
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
  checkEarlierNaltrexone, // R29
] as const satisfies readonly Rule[];

/**
 * Those that look at medicines alone: for a door that reads no more of the chart than its medicines. What asks the prescriber on every
 * chart (R09) and what only hints at opioids (R28) is for the app itself.
 */
export const OPIOID_RULES = [
  checkIncompleteRecord,
  checkCurrentOpioid,
  checkRecentOpioid,
  checkMaintenanceOpioid,
  checkDepotOpioid,
  checkUnidentified,
  checkPendingOpioid,
  checkPatientMatch,
] as const satisfies readonly Rule[];
