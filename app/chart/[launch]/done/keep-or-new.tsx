import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import { slowerPreset } from '#lib/titration/slower-preset.ts';
import type { Words } from '#lib/words/words-for.ts';
import { planAnew } from '../actions.ts';
import { FormToken } from '../parts/form-guard.tsx';

/** After a stop: slower than what was stopped; the gentlest where its steps cannot be read. */
function slowerThan(titrations: readonly OrderedTitration[]) {
  const stopped = titrations.find(({ state }) => state === 'stopped');
  if (stopped === undefined) return null;
  return 'why' in stopped.plan ? 'gentle' : slowerPreset(stopped.plan.steps, stopped.plan.preparation);
}

/** Keep it so, or plan a new one: asked only where no draft stands. */
export function KeepOrNew({
  words,
  titrations,
  launchId,
  formToken,
}: {
  readonly words: Words;
  readonly titrations: readonly OrderedTitration[];
  readonly launchId: string;
  readonly formToken: string;
}) {
  const slower = slowerThan(titrations);
  return (
    <>
      <form action={planAnew.bind(null, launchId)} className="actions">
        <FormToken token={formToken} />
        <button type="submit">{words.done.anew.plan}</button>
        {slower === null ? null : (
          <button type="submit" name="preset" value={slower}>
            {words.done.anew.slower}
          </button>
        )}
      </form>
      {slower === null ? null : <p>{words.done.anew.whatIsSlower(slower)}</p>}
      <p>{words.done.anew.keep}</p>
    </>
  );
}
