/** Who reads what was checked and answered: the pharmacist on the order, or the prescriber alone in the assessment note. */
import type { RuleId } from '#lib/safety/rule-id.ts';

/**
 * POLICY: what the pharmacy dispenses by stands on the order. What the prescriber asked the patient in confidence (other opioids, pregnancy,
 * opioid use disorder, a urine screen, mood) or weighed alone (other treatments, what was tried) stands in the assessment note.
 */
const READER: Readonly<Record<RuleId, 'pharmacist' | 'prescriber'>> = {
  R01: 'prescriber',
  R02: 'pharmacist',
  R03: 'pharmacist',
  R04: 'prescriber',
  R05: 'pharmacist',
  R06: 'pharmacist',
  R07: 'pharmacist',
  R08: 'pharmacist',
  R09: 'prescriber',
  R10: 'prescriber',
  R11: 'prescriber',
  R12: 'pharmacist',
  R13: 'pharmacist',
  R14: 'pharmacist',
  R15: 'pharmacist',
  R16: 'pharmacist',
  R17: 'prescriber',
  R18: 'pharmacist',
  R19: 'pharmacist',
  R20: 'prescriber',
  R21: 'prescriber',
  R22: 'pharmacist',
  R23: 'pharmacist',
  R24: 'prescriber',
  R25: 'prescriber',
  R26: 'prescriber',
  R28: 'prescriber',
  R29: 'pharmacist',
};

export function concernsPharmacy(rule: RuleId): boolean {
  return READER[rule] === 'pharmacist';
}
