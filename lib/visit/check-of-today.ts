import { isOwnOrder } from '#lib/chart/own-draft.ts';
import { isOpioidNotExcluded, standingStop } from '#lib/follow-up/standing-stop.ts';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import type { OpenChart } from './open-chart.ts';

/** What the check of today says of orders that stand already. */
export function checkOfToday(
  { chart, judgement }: OpenChart,
  state: DraftState,
  orders: readonly StoredDraft[],
) {
  const inChart = chart.medications.filter(isOwnOrder);
  const own = new Set([
    ...inChart.map(({ source }) => source as string),
    ...orders.flatMap(({ location }) => location ?? []),
  ]);
  return {
    stop: standingStop(judgement, state, own),
    notExcluded: isOpioidNotExcluded(judgement, state) ? state : null,
  };
}
