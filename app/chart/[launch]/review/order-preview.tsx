import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { Words } from '#lib/words/words-for.ts';
import { SupplyTotals } from '../parts/plan-table.tsx';

/** The order step by step, with the way back to change it; opened, exactly as the pharmacist will read it. */
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
      <ol className="order-steps">
        {plan.phases.map((phase) => (
          <li key={phase.sequence}>
            <strong className="nowrap">{words.dose.milligrams(phase.dose)}</strong>{' '}
            <span className="muted">{words.dose.unitsText(phase)}</span>
            <span className="order-nights">
              <span className="nowrap">{words.dates.screenDate(phase.from)}</span>{' '}
              <span className="muted nowrap">
                {phase.nights} {words.plan.table.unitOfNights(phase.nights)}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <SupplyTotals words={words} plan={plan} />
      <details className="order-as-read">
        <summary>{words.review.order.asRead}</summary>
        {plan.supply.map((line) => (
          <p key={words.dose.supplyItem(line)} className="order-text">
            {words.sig.orderText(plan, line)}
          </p>
        ))}
        <h3>{words.frame.copyOrder.note}</h3>
        <p className="order-text">{words.sig.pharmacistNote(plan)}</p>
      </details>
    </section>
  );
}
