import { type OrderedTitration, orderedTitrations } from '#lib/order/standing/standing-plan.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import type { OpenChart } from './open-chart.ts';

/** The titrations that these orders of the opened chart belong to. */
export function titrationsOf(
  { journal }: Pick<OpenChart, 'journal'>,
  orders: readonly StoredDraft[],
): readonly OrderedTitration[] {
  return orderedTitrations(orders, { said: ORDER_WORDS.said, journal: journal?.payload ?? null });
}
