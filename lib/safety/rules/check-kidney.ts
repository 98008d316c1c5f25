/** R16: severe renal disease, by what was measured or by what the problem list says. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { conditionFact } from '#lib/safety/chart-facts.ts';
import { isSought } from '#lib/safety/concept.ts';
import { isActive, isWithin } from '#lib/safety/condition.ts';
import { type MeasuredFact, measuredFact } from '#lib/safety/measured-fact.ts';
import { isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import { type Case, type NoFacts, type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';
import { KIDNEY_FUNCTION, SEVERE_KIDNEY_DISEASE } from '#lib/terminology/codes/kidney-function.ts';

/** mL/min/1.73 m2 */
const SEVERE = 30;
const SECONDS_IN_MINUTE = 60;
/** A result older than this says nothing of the kidneys today. */
const RESULT_DAYS = 365;

const ASKED = {
  severity: 'confirm',
  reasons: reasons('kidney-stable', 'slower-titration', 'nephrologist-consulted'),
} as const;

export type KidneyFinding =
  | RawFinding<'severe-kidney-disease', { readonly results: readonly MeasuredFact[] }>
  /** Whoever is on dialysis has often no rate measured. */
  | RawFinding<'kidney-failure-recorded', { readonly conditions: readonly RowFact[] }>
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
          ...ASKED,
          code: 'severe-kidney-disease',
          facts: { results: severe.flatMap((row) => measuredFact(row, dayOf) ?? []) },
          sources: severe.map(({ source }) => source),
        },
      ];
    const failure = recorded(patient);
    if (failure !== null) return [failure];
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

function recorded({ chart, dayOf }: Case): KidneyFinding | null {
  const rows = chart.conditions.filter(
    (row) => isActive(row) && isSought(row.concept, SEVERE_KIDNEY_DISEASE),
  );
  if (rows.length === 0) return null;
  return {
    ...ASKED,
    code: 'kidney-failure-recorded',
    facts: { conditions: rows.map((row) => conditionFact(row, dayOf)) },
    sources: rows.map(({ source }) => source),
  };
}

/** "<30" is below 30. Some laboratories give it by the second. */
function isSevere({ value }: ObservationRow): boolean {
  if (value.kind !== 'quantity') return false;
  const rate = value.value * (/\/\s*s(?:ec)?\b/i.test(value.unit ?? '') ? SECONDS_IN_MINUTE : 1);
  return rate < SEVERE || (rate === SEVERE && value.comparator === '<');
}
