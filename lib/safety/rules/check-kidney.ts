/** R16: severe renal disease. */
import type { ObservationRow } from '#lib/chart/chart.ts';
import { conceptWords } from '#lib/safety/concept.ts';
import { dated } from '#lib/safety/dated.ts';
import { hasCode, isResult, latestOf } from '#lib/safety/observation.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';

/** LOINC: estimated glomerular filtration rate, by several equations. */
const EGFR = new Set(['33914-3', '48642-3', '48643-1', '62238-1', '98979-8']);
/** mL/min/1.73 m2 */
const SEVERE = 30;

export const checkKidney: Rule = {
  id: 'R16',
  title: 'Kidney',
  basis: ['labelRenal'],
  check: ({ chart, dayOf }) => {
    const results = chart.observations.filter((row) => isResult(row) && hasCode(row, EGFR));
    const severe = latestOf(results, dayOf).filter(isSevere);
    if (severe.length === 0) return [];
    const words = severe.map(({ concept, value, effective }) =>
      value.kind === 'quantity'
        ? dated(`${conceptWords(concept)} ${value.comparator ?? ''}${value.value}`, dayOf(effective))
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
  },
};

/** "<30" is below 30. */
function isSevere({ value }: ObservationRow): boolean {
  if (value.kind !== 'quantity') return false;
  return value.value < SEVERE || (value.value === SEVERE && value.comparator === '<');
}
