/** R21: treatments for fibromyalgia that the chart does not show as tried. */
import { medicationIsSought } from '#lib/safety/concept.ts';
import { type Rule, wasRead } from '#lib/safety/rule.ts';

const ALTERNATIVES = {
  words: /\b(duloxetine|cymbalta|pregabalin|lyrica|milnacipran|savella)\b/i,
  codes: new Set(['72625', '187832', '588250']),
};

export const checkAlternatives: Rule = {
  id: 'R21',
  basis: ['guidelineSummary', 'compoundingPharmacy'],
  check: (patient) =>
    patient.medications.some(
      ({ row, standing }) => standing !== 'not-taken' && medicationIsSought(row.medication, ALTERNATIVES),
    )
      ? []
      : [
          {
            severity: 'informs',
            message: `${wasRead(patient, 'MedicationRequest') ? 'No alternative recorded' : 'Whether an alternative was tried is not known: the orders were not read'}. Duloxetine (pain, quality of life, sleep), pregabalin (pain and sleep), milnacipran (where fatigue predominates).`,
            sources: [],
          },
        ],
};
