import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { supplyItem } from '#lib/words/en/dose.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
import { REVIEW_WORDS } from '#lib/words/en/review.ts';
import { orderText, pharmacistNote } from '#lib/words/en/sig.ts';
import { PlanTable, SupplyTotals } from '../parts/plan-table.tsx';

/** The order exactly as the pharmacist will read it, with the way back to change it. */
export function OrderPreview({
  plan,
  launchId,
}: {
  readonly plan: TitrationPlan;
  readonly launchId: string;
}) {
  return (
    <section aria-labelledby="order">
      <div className="section-head">
        <h2 id="order">{REVIEW_WORDS.order.title}</h2>
        <a className="change-link" href={`/chart/${launchId}/plan`}>
          {REVIEW_WORDS.changePlan}
        </a>
      </div>
      <PlanTable plan={plan} />
      <SupplyTotals plan={plan} />
      <h3>{REVIEW_WORDS.order.asRead}</h3>
      {plan.supply.map((line) => (
        <p key={supplyItem(line)} className="order-text">
          {orderText(plan, line)}
        </p>
      ))}
      <h3>{FRAME_WORDS.copyOrder.note}</h3>
      <p className="order-text">{pharmacistNote(plan)}</p>
    </section>
  );
}
