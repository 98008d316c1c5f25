/** R02: an opioid is current on the chart. Only a corrected chart clears it. */
import { statusAndKind } from './medication-words.ts';
import { opioidRule } from './opioid-finding.ts';
import type { Rule } from './rule.ts';

export const checkCurrentOpioid: Rule = {
  id: 'R02',
  title: 'Current opioid',
  basis: ['labelContraindications', 'clinicNotes', 'painGuideline'],
  check: ({ medications, dayOf }) =>
    medications
      .filter((medication) => opioidRule(medication) === 'R02')
      .map(({ row }) => ({
        severity: 'blocks',
        message: `${row.words} is current on the chart (${statusAndKind(row, dayOf)}). LDN can precipitate withdrawal.`,
        sources: [row.source],
      })),
};
