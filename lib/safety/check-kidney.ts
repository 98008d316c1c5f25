/** R16: severe renal disease. */
import { conceptWords } from './concept.ts';
import { hasCode, isResult } from './observation.ts';
import type { Rule } from './rule.ts';

/** LOINC: estimated glomerular filtration rate, by several equations. */
const EGFR = new Set(['33914-3', '48642-3', '48643-1', '62238-1', '98979-8']);
/** mL/min/1.73 m2 */
const SEVERE = 30;

export const checkKidney: Rule = {
  id: 'R16',
  title: 'Kidney',
  basis: ['labelRenal'],
  check: ({ chart, dayOf }) => {
    const [latest] = chart.observations
      .filter((row) => isResult(row) && hasCode(row, EGFR) && row.value.kind === 'quantity')
      .map((row) => ({ row, day: dayOf(row.effective) ?? '' }))
      .sort((a, b) => (a.day < b.day ? 1 : -1));
    if (latest?.row.value.kind !== 'quantity' || latest.row.value.value >= SEVERE) return [];
    return [
      {
        severity: 'confirm',
        message: `${conceptWords(latest.row.concept)} ${latest.row.value.value}${latest.day === '' ? '' : `, ${latest.day}`}: caution, severe renal disease.`,
        sources: [latest.row.source],
        reasons: [
          'Renal function known and stable, risk discussed',
          'Slower titration chosen',
          'Nephrologist consulted',
        ],
      },
    ];
  },
};
