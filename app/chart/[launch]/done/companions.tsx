import type { BesideTheDraft } from '#lib/visit/beside-the-draft.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import type { Words } from '#lib/words/words-for.ts';
import { writeBesideNow } from '../actions.ts';
import { FormToken } from '../parts/form-guard.tsx';

/** How what goes beside the draft ended; a button where it was never tried, for looking at this screen writes nothing. */
export function Companions({
  words,
  opened,
  beside,
}: {
  readonly words: Words;
  readonly opened: OpenChart;
  readonly beside: BesideTheDraft;
}) {
  if (beside === null || beside.length === 0) return null;
  const { id: launchId, formToken } = opened.launch.session;
  return (
    <section aria-labelledby="companions">
      <h2 id="companions">{words.done.companions.title}</h2>
      {beside === 'claimed' ? <p>{words.done.companions.endNotKnown}</p> : null}
      {beside === 'unwritten' ? (
        <form action={writeBesideNow.bind(null, launchId)} className="actions">
          <FormToken token={formToken} />
          <p>{words.done.companions.unwritten}</p>
          <button type="submit">{words.done.companions.write}</button>
        </form>
      ) : null}
      {typeof beside === 'string' ? null : (
        <ul>
          {beside.map((companion) => (
            <li key={companion.what}>{words.done.companionWords(companion)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
