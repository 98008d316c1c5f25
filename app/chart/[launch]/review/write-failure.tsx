import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { NOT_THERE_FIELD } from '../parts/form-guard.tsx';
import { MeaningAndSteps } from '../parts/meaning-and-steps.tsx';

/** How the last write ended where no draft is known to stand: what happened, what it means, what to do. */
export function WriteFailure({ words, sent }: { readonly words: Words; readonly sent: SentDraft }) {
  const said = words.write.writeWords(sent.outcome);
  return (
    <section
      className="error-summary"
      id="write-failure"
      tabIndex={-1}
      role="alert"
      aria-labelledby="write-failure-title"
    >
      <h2 id="write-failure-title">{said.title}</h2>
      <p>{said.happened}</p>
      <MeaningAndSteps meaning={said.meaning} steps={said.steps} />
      <FocusOnArrival on="write-failure" />
    </section>
  );
}

/** A person looked and says that the drafts of these sendings are not there; nothing else ends the doubt. */
export function NotThereChoice({
  words,
  sendings,
}: {
  readonly words: Words;
  readonly sendings: readonly string[];
}) {
  return (
    <section>
      <div className="choice">
        <input type="checkbox" id={NOT_THERE_FIELD} name={NOT_THERE_FIELD} value={sendings.join(' ')} />
        <label htmlFor={NOT_THERE_FIELD}>{words.review.sendAgain}</label>
      </div>
    </section>
  );
}
