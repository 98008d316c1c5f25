/** R01: a part of the chart that should have answered did not. There is no way round but reading it again. */
import type { GapProblem } from '#lib/chart/read/ledger-gaps.ts';
import { rowFact } from '#lib/safety/chart-facts.ts';
import type { AnyRowFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';

export interface MissingFact extends GapProblem {
  /** The row it is about; null where that is no row of the chart. */
  readonly row: AnyRowFact | null;
}

export type IncompleteRecordFinding = RawFinding<
  'record-incomplete',
  { readonly missing: readonly MissingFact[] }
>;

export const checkIncompleteRecord: Rule<IncompleteRecordFinding> = {
  id: 'R01',
  basis: ['policy'],
  check: (patient) => {
    const { gaps } = patient;
    const missing = [...gaps.incomplete, ...gaps.otherPatient];
    if (missing.length === 0) return [];
    return [
      {
        code: 'record-incomplete',
        facts: {
          missing: missing.map((problem) => ({ ...problem, row: rowFact(patient, problem.where) })),
        },
        severity: 'blocks',
        sources: [...new Set(missing.map(({ where }) => where))],
      },
    ];
  },
};
