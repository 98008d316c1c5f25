/** DraftOrder -> EHR over FHIR: through the one door, then one POST, then a look where the answer does not tell. Never blindly again. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { FreshChart } from './compare-chart.ts';
import { recordAfter, recordOf } from './draft-journal.ts';
import { isThere, outcomeOf, type RequestResult } from './request-result.ts';
import { sendOne, sendTogether } from './send-draft.ts';
import type { JournalLine } from './write-lock.ts';
import { BEING_WRITTEN, type OnceSetting, writeOnce } from './write-once.ts';
import type { WriteOutcome } from './write-outcome.ts';
import { resultsOf } from './write-results.ts';

export interface WriteSetting extends OnceSetting {
  /** What the server's CapabilityStatement declares. */
  readonly conditionalCreate: boolean;
  readonly transaction: boolean;
}

/** Writes the order, unless it or another draft of ours stands already. Answers every failure; throws only where the journal does. */
export async function writeDraft(
  order: DraftOrder,
  fresh: FreshChart,
  server: FhirServer,
  setting: WriteSetting,
): Promise<WriteOutcome> {
  return writeOnce(order, fresh, server, setting, (line) => send(order, server, setting, line));
}

async function send(
  order: DraftOrder,
  server: FhirServer,
  setting: WriteSetting,
  line: JournalLine,
): Promise<WriteOutcome> {
  const before = line.drafts.find(({ identifier }) => identifier === order.identifier);
  const record = recordOf(order, setting.now(), before);
  const { requests } = order;
  const batches = setting.transaction ? [requests] : requests.map((request) => [request]);
  const results: RequestResult[] = [];
  for (const batch of batches) {
    // What is not known to stand is not built upon, and a lost lock ends the write.
    if (!results.every(isThere) || !(await line.record(record))) break;
    results.push(...(await post(batch, server, setting)));
  }
  if (results.length === 0) return BEING_WRITTEN;
  const outcome = outcomeOf(order, results);
  await line.record(recordAfter(record, outcome.kind, results));
  return outcome;
}

/** One POST, and a look into the chart where its answer does not tell. */
async function post(
  requests: readonly DraftRequest[],
  server: FhirServer,
  setting: WriteSetting,
): Promise<readonly RequestResult[]> {
  const [first, ...more] = requests;
  if (first === undefined) return [];
  const sent =
    more.length === 0
      ? [await sendOne(server, first, setting.conditionalCreate)]
      : await sendTogether(server, requests, setting.conditionalCreate);
  return resultsOf(requests, sent, server, setting);
}
