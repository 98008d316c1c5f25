import { supplyItem } from '../../../../lib/display/dose.ts';
import { orderText, pharmacistNote } from '../../../../lib/display/sig.ts';
import type { TitrationPlan } from '../../../../lib/titration/titration-plan.ts';
import { PlanTable, SupplyTotals } from '../plan/plan-table.tsx';

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
        <h2 id="order">The order</h2>
        <a className="change-link" href={`/chart/${launchId}/plan`}>
          Change the plan
        </a>
      </div>
      <PlanTable plan={plan} />
      <SupplyTotals plan={plan} />
      <h3>As the pharmacist will read it</h3>
      {plan.supply.map((line) => (
        <p key={supplyItem(line)} className="order-text">
          {orderText(plan, line)}
        </p>
      ))}
      <h3>Note to the pharmacist</h3>
      <p className="order-text">{pharmacistNote(plan)}</p>
    </section>
  );
}
