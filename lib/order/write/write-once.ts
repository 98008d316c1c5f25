/**
 * The one door to a draft that leaves, over FHIR or through the EHR's window: nothing stands in the way, this write alone holds the
 * patient, and no earlier draft of ours stands.
 */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { GateWords } from '#lib/order/draft/draft-gate.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { FreshChart } from './compare-chart.ts';
import { valuesOf } from './draft-journal.ts';
import { findDrafts } from './find-drafts.ts';
import { findEarlierDraft } from './find-earlier-draft.ts';
import { alreadyThere } from './request-result.ts';
import type { SearchOfDrafts } from './search-of-drafts.ts';
import { type JournalLine, type LockSetting, lockPatient } from './write-lock.ts';
import { obstacleTo } from './write-obstacle.ts';
import type { WriteOutcome } from './write-outcome.ts';

/** `launch` is the launch that writes: its patient, whatever the order says. */
export interface OnceSetting extends LockSetting {
  readonly search: SearchOfDrafts;
  readonly now: () => number;
  /** In the language the order was made in. */
  readonly words: GateWords;
}

/** What `send` makes of it, under the lock; or why it was not asked. */
export async function writeOnce<Sent>(
  order: DraftOrder,
  fresh: FreshChart,
  server: FhirServer,
  setting: OnceSetting,
  send: (line: JournalLine) => Promise<Sent>,
): Promise<WriteOutcome | Sent> {
  const obstacle = mayNotBeSent(order, fresh, setting);
  if (obstacle !== null) return obstacle;

  const { patientId } = setting.launch;
  const line = await lockPatient(setting);
  if (line === null) return (await findWritten(order, server, patientId)) ?? BEING_WRITTEN;
  const earlier = await findEarlierDraft(order, server, setting, line);
  // Waiting for the lock and looking took their time: the chart may have grown too old meanwhile.
  const late = earlier ?? mayNotBeSent(order, fresh, setting);
  const outcome = late ?? (await send(line));
  await line.end();
  return outcome;
}

export const BEING_WRITTEN: WriteOutcome = {
  kind: 'not-sent',
  why: { code: 'being-written' },
};

/** The draft of this order where it stands already: for a second click whose re-check finds the first one's draft. */
export async function findWritten(
  order: DraftOrder,
  server: FhirServer,
  patientId: string,
): Promise<Extract<WriteOutcome, { kind: 'already-written' | 'half-written' }> | null> {
  const search = await findDrafts(server, patientId, valuesOf(order));
  return search.kind === 'looked' ? alreadyThere(order, search.found) : null;
}

function mayNotBeSent(...looked: Parameters<typeof obstacleTo>): WriteOutcome | null {
  const why = obstacleTo(...looked);
  return why === null ? null : { kind: 'not-sent', why };
}
