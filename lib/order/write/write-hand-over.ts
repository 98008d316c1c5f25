/**
 * DraftOrder -> EHR by way of its own window (SMART Web Messaging): through the same door as a write over FHIR; the sending between
 * the two halves is the page's. The order is given out once: who asks again gets `outcome-unknown`.
 */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { HandedOver } from '#lib/web-messaging/messages.ts';
import { NO_ANSWER } from '#lib/web-messaging/messages.ts';
import type { FreshChart } from './compare-chart.ts';
import { recordAfter, recordOf } from './draft-journal.ts';
import { outcomeOf } from './request-result.ts';
import { meaningOfHandOver } from './send-draft.ts';
import { lockPatient } from './write-lock.ts';
import { BEING_WRITTEN, type OnceSetting, writeOnce } from './write-once.ts';
import type { WriteOutcome } from './write-outcome.ts';
import { resultsOf } from './write-results.ts';

/** What stands from the moment the order is given to the page until the page says what became of it. */
export const WITH_THE_PAGE: WriteOutcome = {
  kind: 'outcome-unknown',
  why: { code: 'with-the-page' },
  words: null,
  looked: 'failed',
};

/** Null: the page may send it now. Else why not. */
export async function beginHandOver(
  order: DraftOrder,
  fresh: FreshChart,
  server: FhirServer,
  setting: OnceSetting,
): Promise<WriteOutcome | null> {
  return writeOnce(order, fresh, server, setting, async (line) => {
    const before = line.drafts.find(({ identifier }) => identifier === order.identifier);
    return (await line.record(recordOf(order, setting.now(), before))) ? null : BEING_WRITTEN;
  });
}

/** What the page says the EHR's window answered, one answer a request in their order, looked after in the chart where it does not tell. */
export async function endHandOver(
  order: DraftOrder,
  answers: readonly HandedOver[],
  server: FhirServer,
  setting: OnceSetting,
): Promise<WriteOutcome> {
  const sent = order.requests.map((_, index) => meaningOfHandOver(answers[index] ?? NO_ANSWER));
  const results = await resultsOf(order.requests, sent, server, setting);
  const outcome = outcomeOf(order, results);
  const line = await lockPatient(setting);
  if (line !== null) {
    const before = line.drafts.find(({ identifier }) => identifier === order.identifier);
    const record = before ?? recordOf(order, setting.now());
    await line.record(recordAfter(record, outcome.kind, results));
    await line.end();
  }
  return outcome;
}
