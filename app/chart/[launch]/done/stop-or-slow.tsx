import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { Words } from '#lib/words/words-for.ts';

/** How a signed order is ended or slowed: in the EHR first. An unsigned draft needs no such thing. */
export function StopOrSlow({
  words,
  states,
  launchId,
  ehrName,
}: {
  readonly words: Words;
  readonly states: readonly DraftState[];
  readonly launchId: string;
  readonly ehrName: string;
}) {
  if (!states.some((state) => state === 'signed' || state === 'on-hold')) return null;
  return (
    <section aria-labelledby="stop-or-slow">
      <h2 id="stop-or-slow">{words.done.stopOrSlow.title}</h2>
      <p>{words.done.stopOrSlow.meaning}</p>
      <ol>
        {words.done.stopOrSlow.steps(ehrName).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a className="button" href={`/chart/${launchId}/done?refresh=1`}>
          {words.done.stopOrSlow.look}
        </a>
      </p>
    </section>
  );
}
