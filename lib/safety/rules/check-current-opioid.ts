/** R02: an opioid is current on the chart. Only a corrected chart clears it. */
import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { opioidRule } from './opioid-finding.ts';

export const checkCurrentOpioid: Rule = {
  id: 'R02',
  basis: ['labelContraindications', 'clinicNotes', 'painGuideline'],
  check: ({ medications, dayOf }) =>
    medications
      .filter((medication) => opioidRule(medication) === 'R02')
      .map((medication) => ({
        severity: 'blocks',
        message: `${drugWords(medication)} is current on the chart (${statusAndKind(medication.row, dayOf)}). LDN can precipitate withdrawal.`,
        sources: [medication.row.source],
      })),
};
