import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';
import { type DraftToSee, SAFETY_WORDS } from '#lib/words/en/safety.ts';
import type { FrameFacts } from '../parts/frame-facts.ts';
import { PrintButton } from '../parts/print-button.tsx';

/** A check blocks: nothing leads on. The chart can be read again, and the reasons taken along on paper. */
function Blocked({ launchId }: { readonly launchId: string }) {
  return (
    <form action={`/chart/${launchId}/safety`}>
      <input type="hidden" name="again" value="1" />
      <button type="submit">{FRAME_WORDS.readAgain}</button>
    </form>
  );
}

function Forward({ launchId }: { readonly launchId: string }) {
  return (
    <form action={`/chart/${launchId}/plan`}>
      <button type="submit" className="primary">
        {SAFETY_WORDS.goOn}
      </button>
    </form>
  );
}

/** What settles the verdict where the sentence over it does not say so. */
function whatSettles({ opioid }: Judgement, isBlocked: boolean): string | null {
  if (opioid.verdict === 'none-found') return null;
  if (!isBlocked) return SAFETY_WORDS.askedAtReview;
  return opioid.verdict === 'present' && opioid.earliestStart === null ? SAFETY_WORDS.noEarliestStart : null;
}

/** What can be done from here, and what the EHR would then take. */
export function WayOn({
  judgement,
  facts,
  draft,
}: {
  readonly judgement: Judgement;
  readonly facts: FrameFacts;
  readonly draft: DraftToSee | null;
}) {
  const { launchId, writing } = facts;
  const isBlocked = blockingFindings(judgement).length > 0;
  const settles = whatSettles(judgement, isBlocked);
  return (
    <>
      <div className="actions">
        {isBlocked ? <Blocked launchId={launchId} /> : <Forward launchId={launchId} />}
        {isBlocked ? <PrintButton /> : null}
        {draft === null ? null : (
          <a className="button" href={`/chart/${launchId}/done`}>
            {SAFETY_WORDS.open[draft]}
          </a>
        )}
      </div>
      {settles === null ? null : <p>{settles}</p>}
      <p>{writing}</p>
    </>
  );
}
