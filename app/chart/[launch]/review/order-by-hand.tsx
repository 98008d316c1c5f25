import { copyOrder } from '#lib/order/draft/copy-order.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { orderWords } from '#lib/visit/order-words.ts';
import { orderOf, reviewedPlan } from '#lib/visit/write-reviewed.ts';
import type { Words } from '#lib/words/words-for.ts';
import { CopyOrderText } from '../parts/copy-order-text.tsx';
import { frameFacts } from '../parts/frame-facts.ts';

type Ending = WriteOutcome['kind'];
/** The EHR took nothing: entering the order by hand makes no second one. */
const TOOK_NOTHING: ReadonlySet<Ending | undefined> = new Set<Ending>([
  'refused',
  'conflict',
  'not-supported',
]);
/** A draft may stand, of this press or of another. */
const MAY_STAND: ReadonlySet<Ending | undefined> = new Set<Ending>(['not-sent']);

/** What this screen says of a press holds for the order beside it, though the other writer has ended meanwhile. */
function isBeingWritten(pressed: WriteOutcome | null): boolean {
  return pressed?.kind === 'not-sent' && pressed.why.code === 'being-written';
}

/**
 * The order to enter by hand: there whatever this EHR takes, and open where it took nothing. An order that is not cleared is not handed out
 * as if it were: until every question is answered, and while a draft may stand of which nobody knows, or one is being written, only the reason stands here.
 */
export function OrderByHand({
  words,
  opened,
  pressed = null,
}: {
  readonly words: Words;
  readonly opened: OpenChart;
  /** How the press ended that this screen tells of. */
  readonly pressed?: WriteOutcome | null;
}) {
  const { launch } = opened;
  const closedByHand = opened.closedByHand ?? (isBeingWritten(pressed) ? 'being-written' : null);
  const facts = frameFacts(words, opened);
  const reviewed = reviewedPlan(opened, launch.work);
  const closed =
    closedByHand === null ? words.review.byHand.notCleared : words.doubt.closedByHand[closedByHand].text;
  const ended = launch.work.sent?.outcome.kind;
  return (
    <section aria-label={words.review.byHand.label}>
      <details className="by-hand" open={closedByHand !== null || TOOK_NOTHING.has(ended)}>
        <summary>{words.review.byHand.summary}</summary>
        {reviewed === null || closedByHand !== null ? (
          <p>{closed}</p>
        ) : (
          <>
            <p>
              {MAY_STAND.has(ended)
                ? words.review.byHand.mayStand(facts.ehrName)
                : words.review.byHand.cleared(facts.readAt)}
            </p>
            <CopyOrderText
              words={words}
              copy={copyOrder(orderOf(opened, launch.work, reviewed), orderWords())}
              title={words.review.byHand.title}
            />
          </>
        )}
      </details>
    </section>
  );
}
