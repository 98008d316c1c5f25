import type { DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FocusOnArrival } from './focus-on-arrival.tsx';
import { MeaningAndSteps } from './meaning-and-steps.tsx';

/** A draft that was sent, by whatever launch, and that the app does not find. */
export function DraftInDoubt({
  words,
  doubt,
  timeZone,
  toReview = null,
  isWholeScreen = false,
}: {
  readonly words: Words;
  readonly doubt: DraftDoubt;
  readonly timeZone: string | null;
  /** The launch, where the way to Review is to be shown. */
  readonly toReview?: string | null;
  /** Nothing else stands on the screen. */
  readonly isWholeScreen?: boolean;
}) {
  const told = words.doubt.doubtWords(doubt, timeZone, toReview === null);
  const Heading = isWholeScreen ? 'h1' : 'h2';
  return (
    <section className="error-summary" role="alert" aria-labelledby="draft-in-doubt">
      <Heading id="draft-in-doubt" tabIndex={-1}>
        {told.title}
      </Heading>
      <p>{told.happened}</p>
      <MeaningAndSteps meaning={told.meaning} steps={told.steps} />
      {toReview === null ? null : (
        <p>
          <a className="button" href={`/chart/${toReview}/review`}>
            {words.doubt.toReview}
          </a>
        </p>
      )}
      {isWholeScreen ? <FocusOnArrival on="draft-in-doubt" /> : null}
    </section>
  );
}
