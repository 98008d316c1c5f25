/** What each check is called on screen. A new rule does not compile until it is named here. */
import type { Finding } from '#lib/safety/finding.ts';
import { RULE_IDS, type RuleId } from '#lib/safety/rule-id.ts';

export const RULE_TITLES: Readonly<Record<RuleId, string>> = {
  R01: 'Reading the whole chart',
  R02: 'Current opioid',
  R03: 'Recent opioid',
  R04: 'Methadone, buprenorphine or a treatment programme',
  R05: 'Opioid depot, implant or pump',
  R06: 'Medicines that could not be identified or dated',
  R07: 'Opioids that act outside the brain',
  R08: 'Opioid order not yet active',
  R09: 'What the chart cannot show',
  R10: 'Opioid use disorder',
  R11: 'Urine opioid screen',
  R12: 'Naltrexone already taken',
  R13: 'Low-dose naltrexone already ordered',
  R14: 'Allergy or filler sensitivity',
  R15: 'Liver',
  R16: 'Kidney',
  R17: 'Pregnancy and breastfeeding',
  R18: 'Age',
  R19: 'Surgery ahead',
  R20: 'Reason for treatment',
  R21: 'Other treatments first',
  R22: 'Interacting medicines',
  R23: 'Thyroid replacement and transplant',
  R24: 'Mood',
  R25: 'The plan itself',
  R26: 'Same patient, fresh chart',
  R28: 'Signs of opioid use elsewhere',
  R29: 'Naltrexone tried before',
};

/** Titles of the checks that raised nothing, in rule order. Says nothing about parts of the chart that were not read. */
export function quietChecks(findings: readonly Finding[]): readonly string[] {
  const raised = new Set(findings.map((finding) => finding.rule));
  return RULE_IDS.filter((rule) => !raised.has(rule)).map((rule) => RULE_TITLES[rule]);
}
