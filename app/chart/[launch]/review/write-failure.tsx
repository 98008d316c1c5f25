import type { SentDraft } from '#lib/visit/launch-work.ts';
import { REVIEW_WORDS } from '#lib/words/en/review.ts';
import { writeWords } from '#lib/words/en/write.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { NOT_THERE_FIELD } from '../parts/form-guard.tsx';
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

/** A person looked and says that the drafts of these sendings are not there; nothing else ends the doubt. */
export function NotThereChoice({ sendings }: { readonly sendings: readonly string[] }) {
  return (
    <section>
      <div className="choice">
        <input type="checkbox" id={NOT_THERE_FIELD} name={NOT_THERE_FIELD} value={sendings.join(' ')} />
        <label htmlFor={NOT_THERE_FIELD}>{REVIEW_WORDS.sendAgain}</label>
      </div>
    </section>
  );
}
