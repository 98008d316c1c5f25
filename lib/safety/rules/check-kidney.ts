/** R16: severe renal disease. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { isSought, shownWords } from '#lib/safety/concept.ts';
import { isWithin } from '#lib/safety/condition-standing.ts';
import { dated } from '#lib/safety/dated.ts';
import { isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { type Rule, wasRead } from '#lib/safety/rule.ts';
import { KIDNEY_FUNCTION } from '#lib/terminology/codes/kidney-function.ts';

/** mL/min/1.73 m2 */
const SEVERE = 30;
const SECONDS_IN_MINUTE = 60;
/** Older results say nothing of today's kidneys, and no newer one is told. */
const RESULT_DAYS = 365;

export const checkKidney: Rule = {
  id: 'R16',
  basis: ['labelRenal'],
  check: (patient) => {
    const { chart, asOf, dayOf } = patient;
    const results = chart.observations.filter(
      (row) => isResult(row) && row.value.kind === 'quantity' && isSought(row.concept, KIDNEY_FUNCTION),
    );
    const severe = latestOf(results, dayOf).filter(isSevere);
    if (severe.length > 0) {
      const words = severe.map(({ concept, value, effective }) =>
        value.kind === 'quantity'
          ? dated(`${shownWords(concept)} ${value.comparator ?? ''}${value.value}`, dayOf(effective))
          : '',
      );
      return [
        {
          severity: 'confirm',
          message: `${words.join('; ')}: caution, severe renal disease.`,
          sources: severe.map(({ source }) => source),
          reasons: reasons('kidney-stable', 'slower-titration', 'nephrologist-consulted'),
        },
      ];
    }
    if (results.some(({ effective }) => isWithin(effective, RESULT_DAYS, asOf, dayOf))) return [];
    return [
      {
        severity: 'informs',
        message: wasRead(patient, 'Observation')
          ? 'No kidney result (eGFR) within 12 months.'
          : 'Kidney: the results of this chart were not read.',
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
