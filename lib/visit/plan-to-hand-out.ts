import { planThatStands } from '#lib/order/standing/plan-that-stands.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { checkOfToday } from './check-of-today.ts';
import type { OpenChart } from './open-chart.ts';
import { earlierDrafts, isInTheWay, standsByThisLaunch } from './own-orders.ts';
import { reviewedPlan } from './write-reviewed.ts';

/**
 * The plan a patient may be told of: the one that was sent; that of an order of an earlier launch which stands as it was sent, while no
 * check of today blocks; where nothing can be sent, the one that passed review.
 */
export async function planToHandOut(opened: OpenChart): Promise<TitrationPlan | null> {
  const { work } = opened.launch;
  if (work.sent !== null && standsByThisLaunch(opened)) return work.sent.order.plan;
  const earlier = await earlierDrafts(opened);
  const plan = planThatStands(earlier);
  const orders = earlier.map(({ stored }) => stored);
  if (plan !== null && checkOfToday(opened, 'signed', orders).stop === null) return plan;
  // While nobody knows whether the plan's order stands, the plan is told to nobody.
  if (opened.doubt !== null || earlier.some((draft) => isInTheWay(draft, opened))) return null;
  return opened.writing.rung === 'fhir-draft' ? null : (reviewedPlan(opened, work)?.plan ?? null);
}
