/** What is looked at last, before a request leaves: the patient, the age of the second reading, the draft itself. */

import { draftFaults, type GateWords } from '#lib/order/draft/draft-gate.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { FreshChart } from './compare-chart.ts';
import type { NotSentWhy } from './write-outcome.ts';

/** The second reading of the chart may be this old. */
const FRESH_FOR_MS = 60_000;

/** Why this order may not be sent; null when it may. */
export function obstacleTo(
  order: DraftOrder,
  fresh: FreshChart,
  {
    launch,
    now,
    words,
  }: {
    readonly launch: { readonly patientId: string };
    readonly now: () => number;
    readonly words: GateWords;
  },
): NotSentWhy | null {
  const patient = `Patient/${launch.patientId}`;
  const named = [order.patient, fresh.patient, ...order.requests.map(({ subject }) => subject.reference)];
  if (named.some((one) => one !== patient)) return { code: 'other-patient' };
  if (now() - fresh.readAt > FRESH_FOR_MS) return { code: 'chart-too-old' };
  const faults = draftFaults(order.requests, words);
  return faults.length === 0 ? null : { code: 'draft-faults', faults };
}
