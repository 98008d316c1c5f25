/** R16: severe renal disease. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { isSought } from '#lib/safety/concept.ts';
import { isWithin } from '#lib/safety/condition.ts';
import { type MeasuredFact, measuredFact } from '#lib/safety/measured-fact.ts';
import { isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { type NoFacts, type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';
import { KIDNEY_FUNCTION } from '#lib/terminology/codes/kidney-function.ts';

/** mL/min/1.73 m2 */
const SEVERE = 30;
const SECONDS_IN_MINUTE = 60;
/** A result older than this says nothing of the kidneys today. */
const RESULT_DAYS = 365;

export type KidneyFinding =
  | RawFinding<'severe-kidney-disease', { readonly results: readonly MeasuredFact[] }>
  | RawFinding<'no-kidney-result', NoFacts>
  | RawFinding<'kidney-results-not-read', NoFacts>;

export const checkKidney: Rule<KidneyFinding> = {
  id: 'R16',
  basis: ['labelRenal'],
  check: (patient) => {
    const { chart, asOf, dayOf } = patient;
    const results = chart.observations.filter(
      (row) => isResult(row) && row.value.kind === 'quantity' && isSought(row.concept, KIDNEY_FUNCTION),
    );
    const severe = latestOf(results, dayOf).filter(isSevere);
    if (severe.length > 0)
      return [
        {
          code: 'severe-kidney-disease',
          facts: { results: severe.flatMap((row) => measuredFact(row, dayOf) ?? []) },
          severity: 'confirm',
          sources: severe.map(({ source }) => source),
          reasons: reasons('kidney-stable', 'slower-titration', 'nephrologist-consulted'),
        },
      ];
    if (results.some(({ effective }) => isWithin(effective, RESULT_DAYS, asOf, dayOf))) return [];
    return [
      {
        code: wasRead(patient, 'Observation') ? 'no-kidney-result' : 'kidney-results-not-read',
        facts: {},
        severity: 'informs',
        sources: [],
      },
    ];
  },
};

/** "<30" is below 30. Some laboratories give it by the second. */
function isSevere({ value }: ObservationRow): boolean {
  if (value.kind !== 'quantity') return false;
  const rate = value.value * (/\/\s*s(?:ec)?\b/i.test(value.unit ?? '') ? SECONDS_IN_MINUTE : 1);
  return rate < SEVERE || (rate === SEVERE && value.comparator === '<');
}
