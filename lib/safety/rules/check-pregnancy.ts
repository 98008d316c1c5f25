/** R17: pregnancy, breastfeeding, a wish for a child. */
import { dated } from '#lib/safety/dated.ts';
import { type Reason, reasons } from '#lib/safety/reasons.ts';
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';
import { PREGNANCY_DAYS, type PregnancySign, pregnancyFacts } from './pregnancy.ts';

export const checkPregnancy: Rule = {
  id: 'R17',
  basis: ['labelPregnancy', 'policy'],
  check: (patient) => {
    const { pregnant, older, breastfeedingOrPlanning } = pregnancyFacts(patient);
    return [
      ...finding('blocks', pregnant, 'Data limited; decide outside this app.'),
      ...finding(
        'confirm',
        breastfeedingOrPlanning,
        'Data limited: has it been discussed?',
        reasons('pregnancy-discussed', 'no-longer-so', 'specialist-agrees'),
      ),
      ...finding('informs', older, `older than ${PREGNANCY_DAYS} days.`),
    ];
  },
};

function finding(
  severity: WordedFinding['severity'],
  signs: readonly PregnancySign[],
  meaning: string,
  offered?: readonly Reason[],
): WordedFinding[] {
  if (signs.length === 0) return [];
  const words = signs.map(({ words, day }) => dated(words, day)).join('; ');
  return [
    {
      severity,
      message: `${words}. ${meaning}`,
      sources: signs.map(({ source }) => source),
      reasons: offered,
    },
  ];
}
