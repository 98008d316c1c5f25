/** Before anything is sent: whether a draft of ours stands already, or one was sent of which nobody knows. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRecord } from './draft-journal.ts';
import { recordOf } from './draft-journal.ts';
import { findDrafts, standingAt } from './find-drafts.ts';
import { alreadyStanding, standingOnly } from './settle-outcome.ts';
import type { JournalLine } from './write-lock.ts';
import type { StandingDraft, WriteOutcome } from './write-outcome.ts';

/** Statuses that are over: they do not stand in the way of a new draft. @see FHIR R4 medicationrequest-status */
const OVER = new Set(['cancelled', 'completed', 'entered-in-error', 'stopped']);

/**
 * What stands in the way of sending this order; null when the way is free. Looks by identifier for this order and for every earlier one
 * whose place nobody knows, and by address for the others: some EHRs hide drafts from their search.
 *
 * @param sendAgain a person decided that what was not found was not written
 */
export async function findEarlierDraft(
  order: DraftOrder,
  server: FhirServer,
  patientId: string,
  line: JournalLine,
  sendAgain: boolean,
): Promise<WriteOutcome | null> {
  const unsettled = line.drafts.filter(isUnsettled);
  const values = [recordOf(order), ...unsettled].flatMap((record) => record.values);
  const [search, remembered] = await Promise.all([
    findDrafts(server, patientId, [...new Set(values)]),
    stillStanding(server, line.drafts),
  ]);
  if (search.kind === 'could-not-look') {
    if (unsettled.length > 0) return unknown('could-not-look');
    const why = `The EHR could not be searched for an earlier draft: ${search.why}. Nothing was sent.`;
    return { kind: 'not-sent', why };
  }

  for (const record of unsettled) {
    const found = search.found.filter(({ value }) => record.values.includes(value));
    if (found.length > 0) {
      await line.record({ ...record, state: 'written', locations: found.map(({ location }) => location) });
    } else {
      await line.record({ ...record, state: sendAgain ? 'not-written' : 'unknown' });
    }
  }
  const own = alreadyStanding(order, search.found);
  if (own !== null) return own;
  const others = [...search.found.filter(isStanding), ...remembered].map(standingOnly);
  if (others.length > 0) return { kind: 'already-written', drafts: others };
  return line.drafts.some(({ state }) => state === 'unknown') ? unknown('not-found') : null;
}

/** Without an answer, or with one that did not say where all of it stands. */
function isUnsettled({ state, values, locations }: DraftRecord): boolean {
  if (state === 'written') return locations.length < values.length;
  return state === 'sending' || state === 'unknown';
}

async function stillStanding(
  server: FhirServer,
  records: readonly DraftRecord[],
): Promise<readonly StandingDraft[]> {
  const addresses = records.flatMap(({ locations }) => locations);
  const read = await Promise.all(addresses.map((address) => standingAt(server, address)));
  return read.filter((draft) => draft !== null).filter(isStanding);
}

function isStanding({ status }: StandingDraft): boolean {
  return status === null || !OVER.has(status);
}

function unknown(looked: 'not-found' | 'could-not-look'): WriteOutcome {
  const why = 'An earlier write did not say whether or where its draft stands.';
  return { kind: 'outcome-unknown', why, words: null, looked };
}
