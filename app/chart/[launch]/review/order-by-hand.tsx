import { copyOrder } from '../../../../lib/order/copy-order.ts';
import type { WriteOutcome } from '../../../../lib/order/write-outcome.ts';
import { CopyOrderText } from '../copy-order-text.tsx';
import type { OpenChart } from '../open-chart.ts';
import { orderOf, reviewedPlan } from '../write-reviewed.ts';

type Ending = WriteOutcome['kind'];
/** The EHR took nothing: entering the order by hand makes no second one. */
const TOOK_NOTHING: ReadonlySet<Ending | undefined> = new Set<Ending>([
  'refused',
  'conflict',
  'not-supported',
]);
/** A draft may stand, of this press or of another. */
const MAY_STAND: ReadonlySet<Ending | undefined> = new Set<Ending>(['outcome-unknown', 'not-sent']);

/**
 * The order to enter by hand: there whatever this EHR takes, and open where it took nothing. An order that is not cleared is not handed out
 * as if it were: until every question is answered only the reason stands here.
 */
export function OrderByHand({ opened }: { readonly opened: OpenChart }) {
  const { launch, facts } = opened;
  const reviewed = reviewedPlan(opened, launch.work);
  const ended = launch.work.sent?.outcome.kind;
  return (
    <section aria-label="The order to enter by hand">
      <details className="by-hand" open={TOOK_NOTHING.has(ended)}>
        <summary>The order to enter by hand: text, note and FHIR file</summary>
        {reviewed === null ? (
          <p>
            Not cleared yet, so there is nothing to copy: a question is unanswered, or the plan cannot be
            written as it is. Answer and choose Save answers; the order then stands here.
          </p>
        ) : (
          <>
            <p>
              {MAY_STAND.has(ended)
                ? `First look at the orders of this patient in ${facts.ehrName}: a draft may stand there, and a second one would double the dose.`
                : `Cleared by the checks, on the chart as read at ${facts.readAt}, with your answers as last saved. Copying it writes nothing.`}
            </p>
            <CopyOrderText
              copy={copyOrder(orderOf(opened, launch.work, reviewed))}
              title="The order as text, to enter by hand"
            />
          </>
        )}
      </details>
    </section>
  );
}
