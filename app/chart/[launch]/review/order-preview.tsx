import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { Words } from '#lib/words/words-for.ts';
import { PlanTable, SupplyTotals } from '../parts/plan-table.tsx';

/** The order exactly as the pharmacist will read it, with the way back to change it. */
export function OrderPreview({
  words,
  plan,
  launchId,
}: {
  readonly words: Words;
  readonly plan: TitrationPlan;
  readonly launchId: string;
}) {
  return (
    <section aria-labelledby="order">
      <div className="section-head">
        <h2 id="order">{words.review.order.title}</h2>
        <a className="change-link" href={`/chart/${launchId}/plan`}>
          {words.review.changePlan}
        </a>
      </div>
      <PlanTable words={words} plan={plan} />
      <SupplyTotals words={words} plan={plan} />
      <h3>{words.review.order.asRead}</h3>
      {plan.supply.map((line) => (
        <p key={words.dose.supplyItem(line)} className="order-text">
          {words.sig.orderText(plan, line)}
        </p>
      ))}
      <h3>{words.frame.copyOrder.note}</h3>
      <p className="order-text">{words.sig.pharmacistNote(plan)}</p>
    </section>
  );
}
