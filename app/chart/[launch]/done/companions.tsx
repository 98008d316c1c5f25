import { besideTheDraft } from '#lib/visit/beside-the-draft.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { companionWords, DONE_WORDS } from '#lib/words/en/done.ts';
import { writeBesideNow } from '../actions.ts';
import { FormToken } from '../parts/form-guard.tsx';

const words = DONE_WORDS.companions;

/** How what goes beside the draft ended; a button where it was never tried, for looking at this screen writes nothing. */
export function Companions({ opened, sent }: { readonly opened: OpenChart; readonly sent: SentDraft }) {
  const beside = besideTheDraft(opened, sent);
  if (beside === null || beside.length === 0) return null;
  const { id: launchId, formToken } = opened.launch.session;
  return (
    <section aria-labelledby="companions">
      <h2 id="companions">{words.title}</h2>
      {beside === 'claimed' ? <p>{words.endNotKnown}</p> : null}
      {beside === 'unwritten' ? (
        <form action={writeBesideNow.bind(null, launchId)} className="actions">
          <FormToken token={formToken} />
          <p>{words.unwritten}</p>
          <button type="submit">{words.write}</button>
        </form>
      ) : null}
      {typeof beside === 'string' ? null : (
        <ul>
          {beside.map((companion) => (
            <li key={companion.what}>{companionWords(companion)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
