/** R21: treatments of this patient's pain that the chart does not show as tried. */
import {
  alternativesFor,
  countsAsTried,
  isTreatment,
  type PainKind,
  painKind,
} from '#lib/safety/alternatives.ts';
import { type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';
import type { PainTreatment } from '#lib/terminology/codes/pain-treatments.ts';

interface OfferedFacts {
  /** What hurts; null where the chart does not say. */
  readonly pain: PainKind | null;
  /** What the guidance of the site's country names for it; empty where none is held. */
  readonly treatments: readonly PainTreatment[];
}

export type AlternativesFinding =
  | RawFinding<'no-alternative-recorded', OfferedFacts>
  | RawFinding<'alternatives-not-read', OfferedFacts>;

export const checkAlternatives: Rule<AlternativesFinding> = {
  id: 'R21',
  basis: ['guidelineSummary'],
  check: (patient) => {
    const pain = painKind(patient.indication);
    // What else there is for another disease than pain is not held here.
    if (pain === null && patient.indication !== null) return [];
    const offered = alternativesFor(pain, patient.jurisdiction);
    const counting = countsAsTried(offered);
    const isTried = patient.medications.some(
      ({ row, use }) => use !== 'not-taken' && counting.some((treatment) => isTreatment(row, treatment)),
    );
    if (isTried) return [];
    return [
      {
        code: wasRead(patient, 'MedicationRequest') ? 'no-alternative-recorded' : 'alternatives-not-read',
        facts: { pain, treatments: offered.treatments },
        severity: 'informs',
        sources: [],
        ...(offered.basis.length === 0 ? {} : { basis: offered.basis }),
      },
    ];
  },
};
