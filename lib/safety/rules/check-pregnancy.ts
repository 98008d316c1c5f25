/** R17: pregnancy, breastfeeding, a wish for a child. */
import { reasons } from '#lib/safety/reasons.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { PREGNANCY_DAYS, type PregnancySign, pregnancyFacts } from './pregnancy.ts';

interface Signs {
  readonly signs: readonly PregnancySign[];
}

export type PregnancyFinding =
  | RawFinding<'pregnant', Signs>
  | RawFinding<'breastfeeding-or-planning', Signs>
  | RawFinding<'pregnancy-long-ago', Signs & { readonly olderThanDays: number }>;

export const checkPregnancy: Rule<PregnancyFinding> = {
  id: 'R17',
  basis: ['labelPregnancy', 'policy'],
  check: (patient) => {
    const { pregnant, older, breastfeedingOrPlanning } = pregnancyFacts(patient);
    const findings: PregnancyFinding[] = [];
    if (pregnant.length > 0)
      findings.push({
        code: 'pregnant',
        facts: { signs: pregnant },
        severity: 'blocks',
        sources: sourcesOf(pregnant),
      });
    if (breastfeedingOrPlanning.length > 0)
      findings.push({
        code: 'breastfeeding-or-planning',
        facts: { signs: breastfeedingOrPlanning },
        severity: 'confirm',
        sources: sourcesOf(breastfeedingOrPlanning),
        reasons: reasons('pregnancy-discussed', 'no-longer-so', 'specialist-agrees'),
      });
    if (older.length > 0)
      findings.push({
        code: 'pregnancy-long-ago',
        facts: { signs: older, olderThanDays: PREGNANCY_DAYS },
        severity: 'informs',
        sources: sourcesOf(older),
      });
    return findings;
  },
};

const sourcesOf = (signs: readonly PregnancySign[]) => signs.map(({ source }) => source);
