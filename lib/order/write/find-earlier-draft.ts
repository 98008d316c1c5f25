/** Before anything is sent: whether a draft of ours stands already, or one was sent of which nobody knows. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { isStanding, stateOfStatus } from '#lib/order/standing/draft-state.ts';
import { type DraftRecord, isInDoubt, valuesOf } from './draft-journal.ts';
import { draftAt, type FoundDraft, findDrafts } from './find-drafts.ts';
import { alreadyThere, inEhrOnly } from './request-result.ts';
import type { SearchOfDrafts } from './search-of-drafts.ts';
import type { JournalLine } from './write-lock.ts';
import type { DraftInEhr, WriteOutcome } from './write-outcome.ts';

/**
 * What stands in the way of sending this order; null when the way is free. Looks by identifier for this order and for every one ever sent
 * for the patient, whatever its answer was, and by address for those whose place is known: some EHRs hide drafts from their search.
 */
export async function findEarlierDraft(
  order: DraftOrder,
  server: FhirServer,
  { launch: { patientId }, search }: { launch: { readonly patientId: string }; search: SearchOfDrafts },
  line: JournalLine,
): Promise<WriteOutcome | null> {
  const records = line.drafts;
  const values = [...valuesOf(order), ...records.flatMap((record) => record.values)];
  const [look, { remembered, notThere }] = await Promise.all([
    findDrafts(server, patientId, [...new Set(values)]),
    lookAtAddresses(server, records),
  ]);
  if (look.kind === 'could-not-look') {
    const read = remembered.filter(({ status }) => status !== null);
    if (read.length > 0) return anothers(read);
    if (records.some(isInDoubt)) return unknown('failed');
    return { kind: 'not-sent', why: { code: 'could-not-look', page: look.page, status: look.status } };
  }
  await tellOfSearch(search, look.found, remembered);
  const wouldShow = !look.mayHide && (await search.isKnownToShow());
  for (const record of records) {
    const now = settledBy(seenAt(record, { remembered, notThere }, wouldShow), look.found);
    if (now !== record) await line.record(now);
  }

  const own = alreadyThere(order, look.found);
  if (own !== null) return own;
  const others = [...look.found.filter(stands), ...remembered].filter((one) => !isFollowed(one, order));
  if (others.length > 0) return anothers(others);
  if (!line.drafts.some(isInDoubt)) return null;
  return unknown(wouldShow ? 'absent' : 'perhaps-hidden');
}

/** What its addresses say of a record: nothing at any of them is unknown where drafts may be hidden, and unknown no more once one is read. */
function seenAt(record: DraftRecord, at: AtAddresses, wouldShow: boolean): DraftRecord {
  if (record.state === 'written' && !wouldShow && at.notThere.has(record.identifier))
    return { ...record, state: 'unknown' };
  const isRead = at.remembered.some(
    ({ status, location }) => status !== null && record.locations.includes(location),
  );
  return record.state === 'unknown' && isRead ? { ...record, state: 'written' } : record;
}

/** What the look says of a record: found stands; without a place known and not found is unknown. */
function settledBy(record: DraftRecord, all: readonly FoundDraft[]): DraftRecord {
  const found = all.filter(({ value }) => record.values.includes(value));
  if (found.length > record.locations.length) {
    return { ...record, state: 'written', locations: found.map(({ location }) => location) };
  }
  if (!isInDoubt(record) || found.length > 0 || record.state === 'unknown') return record;
  return { ...record, state: 'unknown' };
}

/** A draft that can be read at its address and is not among the rows of the search is hidden from it. */
async function tellOfSearch(
  search: SearchOfDrafts,
  found: readonly FoundDraft[],
  remembered: readonly DraftInEhr[],
): Promise<void> {
  const drafts = remembered.filter(({ status }) => status === 'draft');
  if (drafts.some(({ location }) => !found.some((one) => one.location === location)))
    await search.tell('missed');
}

interface AtAddresses {
  /** What still stands. */
  readonly remembered: readonly DraftInEhr[];
  /** Titrations of which nothing is there at any address the EHR once gave: deleted, or kept from apps before they are signed. */
  readonly notThere: ReadonlySet<string>;
}

async function lookAtAddresses(server: FhirServer, records: readonly DraftRecord[]): Promise<AtAddresses> {
  const read = await Promise.all(
    records.map(async ({ identifier, locations }) => {
      const drafts = await Promise.all(locations.map((location) => draftAt(server, location)));
      const isNowhere = drafts.length > 0 && drafts.every((draft) => draft === 'not-there');
      return { identifier, drafts, isNowhere };
    }),
  );
  const drafts = read.flatMap((one) => one.drafts).filter((draft) => typeof draft !== 'string');
  const notThere = read.filter(({ isNowhere }) => isNowhere).map(({ identifier }) => identifier);
  return { remembered: drafts.filter(stands), notThere: new Set(notThere) };
}

function stands({ status }: DraftInEhr): boolean {
  return isStanding(stateOfStatus(status));
}

/** A signed order that this one follows from the night after its last one: no draft that would be doubled. */
function isFollowed({ location, status }: DraftInEhr, { plan }: DraftOrder): boolean {
  return status === 'active' && plan.continues?.follows.includes(location ?? '') === true;
}

function anothers(drafts: readonly DraftInEhr[]): WriteOutcome {
  const each = new Map(drafts.map((draft) => [draft.location, inEhrOnly(draft)]));
  return { kind: 'already-written', whose: 'another', drafts: [...each.values()] };
}

function unknown(looked: 'absent' | 'perhaps-hidden' | 'failed'): WriteOutcome {
  return { kind: 'outcome-unknown', why: { code: 'earlier-write' }, words: null, looked };
}
