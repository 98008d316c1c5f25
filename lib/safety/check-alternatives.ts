/** R21: treatments for fibromyalgia that the chart does not show as tried. */
import { medicationIsSought } from './concept.ts';
import type { Rule } from './rule.ts';

const ALTERNATIVES = {
  words: /\b(duloxetine|cymbalta|pregabalin|lyrica|milnacipran|savella)\b/i,
  codes: new Set(['72625', '187832', '588250']),
};

export const checkAlternatives: Rule = {
  id: 'R21',
  title: 'Alternatives tried',
  basis: ['guidelineSummary', 'compoundingPharmacy'],
  check: ({ medications }) =>
    medications.some(
      ({ row, standing }) => standing !== 'not-taken' && medicationIsSought(row.medication, ALTERNATIVES),
    )
      ? []
      : [
          {
            severity: 'informs',
            message:
              'No alternative recorded. Duloxetine (pain, quality of life, sleep), pregabalin (pain and sleep), milnacipran (where fatigue predominates).',
            sources: [],
          },
        ],
};
