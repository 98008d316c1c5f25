/** R21: treatments for fibromyalgia that the chart does not show as tried. */
import { medicationIsSought } from '#lib/safety/concept.ts';
import { type NoFacts, type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';

const ALTERNATIVES = {
  words: /\b(duloxetine|cymbalta|pregabalin|lyrica|milnacipran|savella)\b/i,
  codes: new Set(['72625', '187832', '588250']),
};

export type AlternativesFinding =
  | RawFinding<'no-alternative-recorded', NoFacts>
  | RawFinding<'alternatives-not-read', NoFacts>;

export const checkAlternatives: Rule<AlternativesFinding> = {
  id: 'R21',
  basis: ['guidelineSummary', 'compoundingPharmacy'],
  check: (patient) =>
    patient.medications.some(
      ({ row, standing }) => standing !== 'not-taken' && medicationIsSought(row.medication, ALTERNATIVES),
    )
      ? []
      : [
          {
            code: wasRead(patient, 'MedicationRequest') ? 'no-alternative-recorded' : 'alternatives-not-read',
            facts: {},
            severity: 'informs',
            sources: [],
          },
        ],
};
