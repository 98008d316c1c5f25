/** R22: thioridazine (somnolence) and disulfiram (liver). */
import { medicationIsSought } from '#lib/safety/concept.ts';
import { inShort } from '#lib/safety/in-short.ts';
import { statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';

const INTERACTING = {
  words: /\b(thioridazine|mellaril|disulfiram|antabuse)\b/i,
  codes: new Set(['10502', '3554']),
};

export const checkInteractions: Rule = {
  id: 'R22',
  basis: ['labelInteractions'],
  check: ({ medications, dayOf }) =>
    medications
      .filter(
        ({ row, standing }) =>
          ['current', 'recent', 'undatable', 'pending'].includes(standing) &&
          medicationIsSought(row.medication, INTERACTING),
      )
      .map(({ row }) => ({
        severity: 'confirm',
        message: `${inShort(row.words)} (${statusAndKind(row, dayOf)}): with naltrexone, thioridazine adds somnolence, disulfiram strains the liver.`,
        sources: [row.source],
        reasons: reasons('no-longer-taken', 'risk-discussed', 'stopped-before-ldn'),
      })),
};
