import type { DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import { DOUBT_WORDS, doubtWords } from '#lib/words/en/doubt.ts';
import { MeaningAndSteps } from './meaning-and-steps.tsx';

/** A draft that was sent, by whatever launch, and that the app does not find. `launchId` where the way to Review is to be shown. */
export function DraftInDoubt({
  doubt,
  timeZone,
  launchId = null,
}: {
  readonly doubt: DraftDoubt;
  readonly timeZone: string | null;
  readonly launchId?: string | null;
}) {
  const words = doubtWords(doubt, timeZone);
  return (
    <section
      className="error-summary"
      id="draft-in-doubt"
      role="alert"
      aria-labelledby="draft-in-doubt-title"
    >
      <h2 id="draft-in-doubt-title" tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.happened}</p>
      <MeaningAndSteps meaning={words.meaning} steps={words.steps} />
      {launchId === null ? null : (
        <p>
          <a className="button" href={`/chart/${launchId}/review`}>
            {DOUBT_WORDS.toReview}
          </a>
        </p>
      )}
    </section>
  );
}
