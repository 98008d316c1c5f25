/** What the chart and the answers add to a plan before it becomes an order: nights without a dose, and what the pharmacy leaves out. */
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Hold, TitrationPlan } from '#lib/titration/titration-plan.ts';

/** A plan that begins after an operation needs no hold before it. */
export function planToOrder(
  plan: TitrationPlan,
  { avoid }: Pick<Judgement, 'avoid'>,
  promised: readonly Hold[] = [],
): TitrationPlan {
  const holds = promised.filter(({ from }) => plan.regimen.startDate < from);
  return {
    ...plan,
    ...(holds.length === 0 ? {} : { holds }),
    ...(avoid.length === 0 ? {} : { avoid }),
  };
}
