import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { DraftToSee } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import type { FrameFacts } from '../parts/frame-facts.ts';
import { PrintButton } from '../parts/print-button.tsx';

/** A check blocks: nothing leads on. The chart can be read again, and the reasons taken along on paper. */
function Blocked({ words, launchId }: { readonly words: Words; readonly launchId: string }) {
  return (
    <form action={`/chart/${launchId}/safety`}>
      <input type="hidden" name="again" value="1" />
      <button type="submit">{words.frame.readAgain}</button>
    </form>
  );
}

function Forward({ words, launchId }: { readonly words: Words; readonly launchId: string }) {
  return (
    <form action={`/chart/${launchId}/plan`}>
      <button type="submit" className="primary">
        {words.safety.goOn}
      </button>
    </form>
  );
}

/** What settles the verdict where the sentence over it does not say so. */
function whatSettles(words: Words, { opioid }: Judgement, isBlocked: boolean): string | null {
  if (opioid.verdict === 'none-found') return null;
  if (!isBlocked) return words.safety.askedAtReview;
  return opioid.verdict === 'present' && opioid.earliestStart === null ? words.safety.noEarliestStart : null;
}

/** What can be done from here, and what the EHR would then take. */
export function WayOn({
  words,
  judgement,
  facts,
  draft,
  hasTreatment,
}: {
  readonly words: Words;
  readonly judgement: Judgement;
  readonly facts: FrameFacts;
  readonly draft: DraftToSee | null;
  /** Low-dose naltrexone is, or was, taken. */
  readonly hasTreatment: boolean;
}) {
  const { launchId, writing } = facts;
  const isBlocked = blockingFindings(judgement).length > 0;
  const settles = whatSettles(words, judgement, isBlocked);
  return (
    <>
      <div className="actions">
        {isBlocked ? (
          <Blocked words={words} launchId={launchId} />
        ) : (
          <Forward words={words} launchId={launchId} />
        )}
        {isBlocked ? <PrintButton label={words.frame.print} /> : null}
        {hasTreatment ? (
          <a className="button" href={`/chart/${launchId}/follow-up`}>
            {words.followUpVisit.links.visit}
          </a>
        ) : null}
        {draft === null ? null : (
          <a className="button" href={`/chart/${launchId}/done`}>
            {words.safety.open[draft]}
          </a>
        )}
      </div>
      {settles === null ? null : <p>{settles}</p>}
      <p>{writing}</p>
    </>
  );
}
