import type { SentDraft } from '#lib/visit/launch-work.ts';
import { REVIEW_WORDS } from '#lib/words/en/review.ts';
import { writeWords } from '#lib/words/en/write.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { MeaningAndSteps } from '../parts/meaning-and-steps.tsx';

/** How the last write ended where no draft is known to stand: what happened, what it means, what to do. */
export function WriteFailure({ sent }: { readonly sent: SentDraft }) {
  const words = writeWords(sent.outcome);
  return (
    <section
      className="error-summary"
      id="write-failure"
      tabIndex={-1}
      role="alert"
      aria-labelledby="write-failure-title"
    >
      <h2 id="write-failure-title">{words.title}</h2>
      <p>{words.happened}</p>
      <MeaningAndSteps meaning={words.meaning} steps={words.steps} />
      <FocusOnArrival on="write-failure" />
    </section>
  );
}

/** A person decides to send again; nothing else does. */
export function SendAgainChoice() {
  return (
    <section>
      <div className="choice">
        <input type="checkbox" id="send-again" name="send-again" value="yes" />
        <label htmlFor="send-again">{REVIEW_WORDS.sendAgain}</label>
      </div>
    </section>
  );
}
