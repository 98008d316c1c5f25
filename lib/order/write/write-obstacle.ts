/** What is looked at last, before a request leaves: the patient, the age of the second reading, the draft itself. */

import { draftFaults } from '#lib/order/draft/draft-gate.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { FreshChart } from './compare-chart.ts';

/** The second reading of the chart may be this old. */
const FRESH_FOR_MS = 60_000;

/** Why this order may not be sent, for the screen; null when it may. */
export function obstacleTo(
  order: DraftOrder,
  fresh: FreshChart,
  { launch, now }: { readonly launch: { readonly patientId: string }; readonly now: () => number },
): string | null {
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
