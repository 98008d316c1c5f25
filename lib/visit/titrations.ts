import { type OrderedTitration, orderedTitrations } from '#lib/order/standing/standing-plan.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import type { OpenChart } from './open-chart.ts';
import { orderWords } from './order-words.ts';

/** The titrations that these orders of the opened chart belong to. */
export function titrationsOf(
  { journal }: Pick<OpenChart, 'journal'>,
  orders: readonly StoredDraft[],
): readonly OrderedTitration[] {
  return orderedTitrations(orders, { said: orderWords().said, journal: journal?.payload ?? null });
}
