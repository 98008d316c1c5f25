/** The page's part of a write by SMART Web Messaging: asks our server for the order, the EHR's window to take it, and tells our server. */

import type { Messaging } from '#lib/visit/writing-of.ts';
import { type HandedOver, handedOver, NO_ANSWER, orderReview } from '#lib/web-messaging/messages.ts';
import { type Channel, HANDSHAKE_MS, openChannel } from '#lib/web-messaging/open-channel.ts';
import { prepareHandOver, reportHandOver } from './actions.ts';

/** POLICY: how long the EHR's window may think about one order before its answer counts as lost. */
const ANSWER_WITHIN_MS = 20_000;

function channelTo({ origin, handle }: Messaging): Channel | null {
  const ehr = window.parent === window ? (window.opener as Window | null) : window.parent;
  return ehr && openChannel({ own: window, ehr, origin, handle, newId: () => crypto.randomUUID() });
}

/** Where to go next; null when the EHR's window does not answer, and nothing was sent. */
export async function handOver(messaging: Messaging, review: FormData): Promise<string | null> {
  const channel = channelTo(messaging);
  if (!(await channel?.ask('status.handshake', {}, HANDSHAKE_MS)) || channel === null) return null;
  const prepared = await prepareHandOver(messaging.launchId, review);
  if ('go' in prepared) return prepared.go;
  const answers: HandedOver[] = [];
  for (const resource of prepared.requests) {
    const payload = await channel.ask('scratchpad.create', { resource }, ANSWER_WITHIN_MS);
    const answer = payload === null ? NO_ANSWER : handedOver(payload);
    answers.push(answer);
    // What is not known to stand is not built upon.
    if (answer.status !== 200 && answer.status !== 201) break;
  }
  return reportHandOver(messaging.launchId, messaging.formToken, answers);
}

/** False when the EHR's window did not turn to the orders. */
export async function showOrders(messaging: Messaging, locations: readonly string[]): Promise<boolean> {
  const answer = await channelTo(messaging)?.ask('ui.launchActivity', orderReview(locations), HANDSHAKE_MS);
  return answer?.status === 'success';
}

/** False when the EHR's window did not put the app away. */
export async function endInEhr(messaging: Messaging): Promise<boolean> {
  const answer = await channelTo(messaging)?.ask('ui.done', {}, HANDSHAKE_MS);
  return answer?.status === 'success';
}
