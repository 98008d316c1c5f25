/** Drafts of a patient that were sent and of which nobody knows whether, or where, they stand: for every screen, whoever sent them. */
import type { Chart } from '#lib/chart/chart.ts';
import { ownValues } from '#lib/chart/own-draft.ts';
import { isInDoubt, type PatientDrafts, sendingOf } from './draft-journal.ts';

export interface DraftDoubt {
  /** What a person who looked speaks of: see `sendingOf`. */
  readonly sendings: readonly string[];
  /** When the last of them was sent, epoch milliseconds; null where nobody remembers. */
  readonly sentAt: number | null;
  /** `written`: the EHR took it and did not say where it stands. `being-written`: its writer holds the patient at this moment. */
  readonly state: 'being-written' | 'written' | 'unknown';
}

/** A line of the journal as it was read. */
export interface JournalRead {
  readonly payload: PatientDrafts;
  readonly leasedUntil: number | null;
}

/** Null where every draft that was sent is accounted for: by the journal, or by the chart as it was read. */
export function draftDoubt(journal: JournalRead | null, chart: Chart, now: number): DraftDoubt | null {
  const seen = new Set(
    chart.medications.flatMap((row) => (row.kind === 'request' ? ownValues(row.identifiers) : [])),
  );
  const doubted = (journal?.payload.drafts ?? []).filter(
    (record) => isInDoubt(record) && !record.values.every((value) => seen.has(value)),
  );
  if (doubted.length === 0) return null;
  const times = doubted.flatMap(({ sentAt }) => sentAt ?? []);
  const isHeld = (journal?.leasedUntil ?? 0) > now && doubted.some(({ state }) => state === 'sending');
  const isWritten = doubted.every(({ state }) => state === 'written');
  return {
    sendings: doubted.map(sendingOf),
    sentAt: times.length === 0 ? null : Math.max(...times),
    state: isHeld ? 'being-written' : isWritten ? 'written' : 'unknown',
  };
}

/** Why no order may be handed out to be entered by hand; null when one may. */
export type ClosedByHand = 'in-doubt' | 'being-written';

/** A writer that holds the patient may send at any moment, even where nothing is recorded as sent yet. */
export function closedByHand(
  journal: Pick<JournalRead, 'leasedUntil'> | null,
  doubt: DraftDoubt | null,
  now: number,
): ClosedByHand | null {
  if (doubt !== null) return 'in-doubt';
  return (journal?.leasedUntil ?? 0) > now ? 'being-written' : null;
}
