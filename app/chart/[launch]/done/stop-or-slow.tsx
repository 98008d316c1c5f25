import type { DraftState } from '#lib/order/standing/own-drafts.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';

const words = DONE_WORDS.stopOrSlow;

/** How a signed order is ended or slowed: in the EHR first. An unsigned draft needs no such thing. */
export function StopOrSlow({
  states,
  launchId,
  ehrName,
}: {
  readonly states: readonly DraftState[];
  readonly launchId: string;
  readonly ehrName: string;
}) {
  if (!states.some((state) => state === 'signed' || state === 'on-hold')) return null;
  return (
    <section aria-labelledby="stop-or-slow">
      <h2 id="stop-or-slow">{words.title}</h2>
      <p>{words.meaning}</p>
      <ol>
        {words.steps(ehrName).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>
        <a className="button" href={`/chart/${launchId}/done?refresh=1`}>
          {words.look}
        </a>
      </p>
    </section>
  );
}
