/** The ledger as the rules ask about it. */
import type { Source } from '#lib/chart/chart.ts';
import type { ChartPart, Ledger, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';

export interface GapProblem extends LedgerProblem {
  /** Null for a problem of no single part. */
  readonly part: ChartPart | null;
}

export interface LedgerGaps {
  /** R01, as are those of `otherPatient`. */
  readonly incomplete: readonly GapProblem[];
  /** R06: a warning this EHR is known to send with ordinary answers. */
  readonly confirm: readonly GapProblem[];
  /** R01 and R26. */
  readonly otherPatient: readonly GapProblem[];
  /** "What this app cannot see". */
  readonly unseen: readonly { readonly part: ChartPart; readonly gap: NonNullable<LedgerEntry['gap']> }[];
}

/**
 * A part that was not read whole always gives a problem, even where its entry names none. `oddRowCounts`: whether another reading
 * of a row's odd members could matter; without it every odd row counts.
 */
export function ledgerGaps(
  ledger: Ledger,
  oddRowCounts: (source: Source) => boolean = () => true,
): LedgerGaps {
  const problems: GapProblem[] = [
    ...ledger.entries.flatMap((entry) =>
      problemsOf(entry).map((problem) => ({ ...problem, part: entry.part })),
    ),
    ...ledger.problems.map((problem) => ({ ...problem, part: null })),
  ];
  return {
    incomplete: problems.filter(
      ({ weight, where }) => weight === 'incomplete' || (weight === 'odd' && oddRowCounts(where)),
    ),
    confirm: problems.filter(({ weight }) => weight === 'confirm'),
    otherPatient: problems.filter(({ weight }) => weight === 'other-patient'),
    unseen: ledger.entries
      .filter(({ state }) => state === 'unsupported')
      .map(({ part, gap }) => ({ part, gap: gap ?? 'server' })),
  };
}

const READ_OR_ABSENT: ReadonlySet<LedgerEntry['state']> = new Set(['complete', 'unsupported']);

function problemsOf(entry: LedgerEntry): readonly LedgerProblem[] {
  const named = entry.problems.some(({ weight }) => weight === 'incomplete' || weight === 'other-patient');
  const owed =
    !READ_OR_ABSENT.has(entry.state) || (entry.part === 'MedicationRequest' && entry.state !== 'complete');
  if (named || !owed) return entry.problems;
  return [...entry.problems, { where: entry.part, what: { code: 'not-read-whole' }, weight: 'incomplete' }];
}

/** Rows with a member that could not be read. */
export function oddRows(ledger: Ledger): ReadonlySet<Source> {
  return new Set(
    ledger.entries.flatMap(({ problems }) =>
      problems.filter(({ weight }) => weight === 'odd').map(({ where }) => where),
    ),
  );
}
