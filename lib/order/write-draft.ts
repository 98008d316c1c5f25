/**
 * DraftOrder -> EHR, so that a draft stands there once: lock and journal first, then a look for an earlier draft, then one POST, then a
 * look again where the answer does not tell. Never blindly again.
 */
import type { FhirServer } from '../fhir/fhir-server.ts';
import type { DraftJournal } from '../launch/journal.ts';
import type { FreshChart } from './compare-chart.ts';
import { draftFaults } from './draft-gate.ts';
import { type DraftRecord, journalKey, type PatientDrafts, recordOf, withRecord } from './draft-journal.ts';
import type { DraftOrder } from './draft-order.ts';
import type { DraftRequest } from './draft-shape.ts';
import { type DraftSearch, findDrafts, standingAt } from './find-drafts.ts';
import { sendOne, sendTogether } from './send-draft.ts';
import {
  alreadyStanding,
  locationOf,
  needsLook,
  outcomeOf,
  type Settled,
  settled,
  standingOnly,
  stands,
} from './settle-outcome.ts';
import type { StandingDraft, WriteOutcome } from './write-outcome.ts';

export interface WriteSetting {
  /** The launch that writes: its patient, whatever the order says. */
  readonly launch: { readonly issuer: string; readonly patientId: string };
  readonly journal: DraftJournal;
  /** What the server's CapabilityStatement declares. */
  readonly conditionalCreate: boolean;
  readonly transaction: boolean;
  /** A person looked, found no draft after an unknown outcome and decided to send again. */
  readonly sendAgain: boolean;
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** The second reading of the chart may be this old. */
const FRESH_FOR_MS = 60_000;
/** Longer than all that one write waits for. A process that dies holds the patient's lock no longer than this. */
const LEASE_MS = 120_000;
/** A search index may lag behind the write. */
const LOOK_AGAIN_AFTER_MS = [0, 1_000, 3_000];
/** How long a second click waits for the first to end. */
const WAIT_STEP_MS = 500;
const WAIT_STEPS = 40;

/** Statuses that are over: they do not stand in the way of a new draft. @see FHIR R4 medicationrequest-status */
const OVER = new Set(['cancelled', 'completed', 'entered-in-error', 'stopped']);

/** Writes the order, unless it or another draft of ours stands already. Answers every failure; throws only where the journal does. */
export async function writeDraft(
  order: DraftOrder,
  fresh: FreshChart,
  server: FhirServer,
  setting: WriteSetting,
): Promise<WriteOutcome> {
  const obstacle = obstacleTo(order, fresh, setting);
  if (obstacle !== null) return { kind: 'not-sent', why: obstacle };

  const held = await takeLock(setting);
  if (held === null) {
    return notSent('Another window is writing a draft for this patient at this moment. Look there first.');
  }
  const line = new JournalLine(setting, held.version, held.drafts);
  const before = await earlierDraft(order, server, setting, line);
  const outcome = before ?? (await send(order, server, setting, line));
  await line.end();
  return outcome;
}

/** The draft of this order where it stands already: for a second click whose re-check finds the first one's draft. */
export async function findWritten(
  order: DraftOrder,
  server: FhirServer,
  patientId: string,
): Promise<Extract<WriteOutcome, { kind: 'already-written' | 'half-written' }> | null> {
  const search = await findDrafts(server, patientId, recordOf(order).values);
  return search.kind === 'looked' ? alreadyStanding(order, search.found) : null;
}

function obstacleTo(order: DraftOrder, fresh: FreshChart, { launch, now }: WriteSetting): string | null {
  const patient = `Patient/${launch.patientId}`;
  if (order.patient !== patient || fresh.patient !== patient) {
    return 'The order is not of the patient this app was opened for. Nothing was sent. Open the app again from the chart.';
  }
  if (now() - fresh.readAt > FRESH_FOR_MS) {
    return 'The chart was read more than a minute ago. Nothing was sent. Review again.';
  }
  const faults = draftFaults(order.requests);
  return faults.length === 0
    ? null
    : `The draft did not pass its last check (${faults.join('; ')}). Nothing was sent.`;
}

/** The patient's line of the journal, held under one lock. Each write to it must still hold that lock. */
class JournalLine {
  readonly #setting: WriteSetting;
  #version: number;
  drafts: PatientDrafts;

  constructor(setting: WriteSetting, version: number, drafts: PatientDrafts) {
    this.#setting = setting;
    this.#version = version;
    this.drafts = drafts;
  }

  /** False when another took the lock over: then nothing may be sent. */
  async record(record: DraftRecord): Promise<boolean> {
    const { journal, launch } = this.#setting;
    this.drafts = withRecord(this.drafts, record);
    const entry = await journal.record(journalKey(launch), this.#version, this.drafts, LEASE_MS);
    if (entry !== null) this.#version = entry.version;
    return entry !== null;
  }

  async end(): Promise<void> {
    await this.#setting.journal.end(journalKey(this.#setting.launch), this.#version, this.drafts);
  }
}

async function takeLock(setting: WriteSetting): Promise<{ version: number; drafts: PatientDrafts } | null> {
  const { journal, launch, pause } = setting;
  const key = journalKey(launch);
  for (let step = 0; step < WAIT_STEPS; step += 1) {
    const known = (await journal.read<PatientDrafts>(key))?.payload ?? { drafts: [] };
    const begun = await journal.begin<PatientDrafts>(key, known, LEASE_MS);
    if (begun.held) return { version: begun.entry.version, drafts: begun.previous?.payload ?? known };
    await pause(WAIT_STEP_MS);
  }
  return null;
}

/** What stands in the way of sending: a draft of ours that stands, or one of which nobody knows. Null when the way is free. */
async function earlierDraft(
  order: DraftOrder,
  server: FhirServer,
  setting: WriteSetting,
  line: JournalLine,
): Promise<WriteOutcome | null> {
  const { drafts } = line.drafts;
  const unsettled = drafts.filter(({ state }) => state === 'sending' || state === 'unknown');
  const values = [...new Set([order, ...unsettled].flatMap(valuesOf))];
  const [search, remembered] = await Promise.all([
    findDrafts(server, setting.launch.patientId, values),
    stillStanding(
      server,
      drafts.filter(({ state }) => state === 'written'),
    ),
  ]);
  if (search.kind === 'could-not-look') {
    return unsettled.length > 0
      ? unknownFromBefore('could-not-look')
      : notSent(`The EHR could not be searched for an earlier draft: ${search.why}. Nothing was sent.`);
  }
  for (const record of unsettled) {
    const found = search.found.filter(({ value }) => record.values.includes(value));
    const locations = found.map(({ location }) => location);
    const missing = setting.sendAgain ? 'not-written' : 'unknown';
    await line.record({ ...record, state: found.length > 0 ? 'written' : missing, locations });
  }
  const own = alreadyStanding(order, search.found);
  if (own !== null) return own;
  const others = [...search.found.filter(isStanding), ...remembered].map(standingOnly);
  if (others.length > 0) return { kind: 'already-written', drafts: others };
  return line.drafts.drafts.some(({ state }) => state === 'unknown') ? unknownFromBefore('not-found') : null;
}

function valuesOf(draft: DraftOrder | DraftRecord): readonly string[] {
  return 'values' in draft ? draft.values : recordOf(draft).values;
}

/** Drafts whose addresses the journal knows: some EHRs hide drafts from their search. */
async function stillStanding(server: FhirServer, records: readonly DraftRecord[]): Promise<StandingDraft[]> {
  const addresses = records.flatMap(({ locations }) => locations);
  const read = await Promise.all(addresses.map((address) => standingAt(server, address)));
  return read.filter((draft) => draft !== null).filter(isStanding);
}

function isStanding({ status }: StandingDraft): boolean {
  return status === null || !OVER.has(status);
}

async function send(
  order: DraftOrder,
  server: FhirServer,
  setting: WriteSetting,
  line: JournalLine,
): Promise<WriteOutcome> {
  const record = recordOf(order);
  const { requests } = order;
  const batches = setting.transaction ? [requests] : requests.map((request) => [request]);
  const results: Settled[] = [];
  for (const batch of batches) {
    // What is not known to stand is not built upon, and a lost lock ends the write.
    if (!results.every(stands) || !(await line.record(record))) break;
    results.push(...(await post(batch, server, setting)));
  }
  if (results.length === 0)
    return notSent('Another window took over this write. Nothing was sent from here.');
  const outcome = outcomeOf(order, results);
  const locations = results.flatMap((result) => locationOf(result) ?? []);
  await line.record({ ...record, state: STATE_AFTER[outcome.kind], locations });
  return outcome;
}

const STATE_AFTER: Readonly<Record<WriteOutcome['kind'], DraftRecord['state']>> = {
  written: 'written',
  'already-written': 'written',
  'half-written': 'written',
  'outcome-unknown': 'unknown',
  refused: 'not-written',
  conflict: 'not-written',
  'not-supported': 'not-written',
  'changed-before-write': 'not-written',
  'not-sent': 'not-written',
};

/** One POST, and a look into the chart where its answer does not tell. */
async function post(
  requests: readonly DraftRequest[],
  server: FhirServer,
  setting: WriteSetting,
): Promise<readonly Settled[]> {
  const [first, ...more] = requests;
  if (first === undefined) return [];
  const sent =
    more.length === 0
      ? [await sendOne(server, first, setting.conditionalCreate)]
      : await sendTogether(server, requests, setting.conditionalCreate);
  const search = sent.some(needsLook) ? await lookAfter(requests, server, setting) : null;
  const found = search?.kind === 'looked' ? search.found : [];
  return sent.map((answer, index) => {
    const value = requests[index]?.identifier[0].value;
    return settled(
      answer,
      found.find((draft) => draft.value === value),
      search?.kind === 'looked',
    );
  });
}

/** Looks until all are found: the search may lag behind the write. */
async function lookAfter(
  requests: readonly DraftRequest[],
  server: FhirServer,
  { launch, pause }: WriteSetting,
): Promise<DraftSearch> {
  const values = requests.map(({ identifier: [{ value }] }) => value);
  let search: DraftSearch = { kind: 'looked', found: [] };
  for (const wait of LOOK_AGAIN_AFTER_MS) {
    if (wait > 0) await pause(wait);
    search = await findDrafts(server, launch.patientId, values);
    if (search.kind === 'looked' && search.found.length >= values.length) break;
  }
  return search;
}

function notSent(why: string): WriteOutcome {
  return { kind: 'not-sent', why };
}

function unknownFromBefore(looked: 'not-found' | 'could-not-look'): WriteOutcome {
  return { kind: 'outcome-unknown', why: 'An earlier write got no answer.', words: null, looked };
}
