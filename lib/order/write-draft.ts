/**
 * DraftOrder -> EHR, so that a draft stands there once: lock and journal first, then a look for an earlier draft, then one POST, then a
 * look again where the answer does not tell. Never blindly again.
 */
import type { FhirServer } from '../fhir/fhir-server.ts';
import type { FreshChart } from './compare-chart.ts';
import { recordOf, stateAfter } from './draft-journal.ts';
import type { DraftOrder } from './draft-order.ts';
import type { DraftRequest } from './draft-shape.ts';
import { findDrafts } from './find-drafts.ts';
import { findEarlierDraft } from './find-earlier-draft.ts';
import { sendOne, sendTogether } from './send-draft.ts';
import { alreadyStanding, locationOf, outcomeOf, type Settled, stands } from './settle-outcome.ts';
import { type JournalLine, type LockSetting, lockPatient } from './write-lock.ts';
import { obstacleTo } from './write-obstacle.ts';
import type { WriteOutcome } from './write-outcome.ts';
import { settle } from './write-settle.ts';

/** `launch` is the launch that writes: its patient, whatever the order says. */
export interface WriteSetting extends LockSetting {
  /** What the server's CapabilityStatement declares. */
  readonly conditionalCreate: boolean;
  readonly transaction: boolean;
  /** A person looked, found no draft after an unknown outcome and decided to send again. */
  readonly sendAgain: boolean;
  readonly now: () => number;
}

/** Writes the order, unless it or another draft of ours stands already. Answers every failure; throws only where the journal does. */
export async function writeDraft(
  order: DraftOrder,
  fresh: FreshChart,
  server: FhirServer,
  setting: WriteSetting,
): Promise<WriteOutcome> {
  const obstacle = standsInTheWay(order, fresh, setting);
  if (obstacle !== null) return obstacle;

  const { patientId } = setting.launch;
  const line = await lockPatient(setting);
  if (line === null) return (await findWritten(order, server, patientId)) ?? notSent(BEING_WRITTEN);
  const earlier = await findEarlierDraft(order, server, patientId, line, setting.sendAgain);
  // Waiting for the lock and looking took their time: the chart may have grown too old meanwhile.
  const late = earlier ?? standsInTheWay(order, fresh, setting);
  const outcome = late ?? (await send(order, server, setting, line));
  await line.end();
  return outcome;
}

export const BEING_WRITTEN =
  'A draft for this patient is being written at this moment. Nothing was sent. Look again in a minute.';

/** The draft of this order where it stands already: for a second click whose re-check finds the first one's draft. */
export async function findWritten(
  order: DraftOrder,
  server: FhirServer,
  patientId: string,
): Promise<Extract<WriteOutcome, { kind: 'already-written' | 'half-written' }> | null> {
  const search = await findDrafts(server, patientId, recordOf(order).values);
  return search.kind === 'looked' ? alreadyStanding(order, search.found) : null;
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
  if (results.length === 0) return notSent(BEING_WRITTEN);
  const outcome = outcomeOf(order, results);
  const locations = results.flatMap((result) => locationOf(result) ?? []);
  await line.record({ ...record, state: stateAfter(outcome.kind), locations });
  return outcome;
}

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
  return settle(requests, sent, server, setting);
}

export function standsInTheWay(...looked: Parameters<typeof obstacleTo>): WriteOutcome | null {
  const obstacle = obstacleTo(...looked);
  return obstacle === null ? null : notSent(obstacle);
}

export function notSent(why: string): WriteOutcome {
  return { kind: 'not-sent', why };
}
