import { redirect } from 'next/navigation';
import { NOT_AS_SENT } from '../../../../lib/display/read-back-words.ts';
import { standingWords } from '../../../../lib/display/standing-words.ts';
import { writeWords } from '../../../../lib/display/write-words.ts';
import type { SentDraft } from '../../../../lib/launch/launch-work.ts';
import { copyOrder } from '../../../../lib/order/copy-order.ts';
import { draftState, isStanding } from '../../../../lib/order/own-drafts.ts';
import { readBack } from '../../../../lib/order/read-back.ts';
import { verifyDraft } from '../../../../lib/order/verify-draft.ts';
import { Problem } from '../../../problem/problem.tsx';
import { CopyOrderText } from '../copy-order-text.tsx';
import { FocusOnArrival } from '../focus-on-arrival.tsx';
import { MeaningAndSteps } from '../meaning-and-steps.tsx';
import { type OpenChart, openChartInTime } from '../open-chart.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { StillReading } from '../still-reading.tsx';
import { orderOf, reviewedPlan, stands } from '../write-reviewed.ts';
import { messagingOf, withWritingNow } from '../writing-of.ts';
import { Companions, companionsOf } from './companions.tsx';
import { FollowUp } from './follow-up.tsx';
import { ReadBack } from './read-back.tsx';
import { ReviewInEhr } from './review-in-ehr.tsx';
import { earlierDrafts, locationsOf } from './standing.ts';
import { KeepOrNew, StandingDrafts } from './standing-drafts.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** What the EHR did with the order, and what became of it since. */
async function WrittenDraft({ opened, sent }: { readonly opened: OpenChart; readonly sent: SentDraft }) {
  const { launch, server, writing, facts } = opened;
  const { id: launchId, formToken } = launch.session;
  const [stored, companions] = await Promise.all([
    readBack(server, locationsOf(sent)),
    companionsOf(opened, sent),
  ]);
  const states = stored.map(draftState);
  const stoodBefore = sent.seenAsDraft === true || sent.outcome.kind === 'already-written';
  const changed = stoodBefore ? states.find((state) => state !== 'draft') : undefined;
  const isSeen = states.length > 0 && states.every((state) => state === 'draft');
  if ((isSeen && sent.seenAsDraft !== true) || (companions.length > 0 && sent.companions === undefined)) {
    await launch.saveWork({ sent: { ...sent, seenAsDraft: sent.seenAsDraft || isSeen, companions } });
  }
  const isOver = states.length > 0 && states.every((state) => !isStanding({ state }));
  const isCancelled = isOver && (sent.seenAsDraft === true || states.every((state) => state === 'cancelled'));
  const words = writeWords(sent.outcome);
  const now = isCancelled ? states[0] : changed;
  const verified = verifyDraft(sent.order, stored, sent.seenAsDraft === true ? 'later' : 'just-written');
  const isSerious = now === undefined && verified.state === 'serious';
  const draftWords = isSerious ? NOT_AS_SENT : words;
  const { title, meaning, steps } = now === undefined ? draftWords : standingWords(now, 0);
  const messaging = messagingOf(launch, writing);
  return (
    <>
      <section className={isSerious ? 'error-summary' : 'written'} aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          {title}
        </h1>
        <p>{words.happened}</p>
        {messaging !== null && now === undefined && !states.every((state) => state === 'draft') ? (
          <p>
            {facts.ehrName} says that it stands on its scratchpad, unsigned. The app cannot read it there.
          </p>
        ) : null}
        <MeaningAndSteps meaning={meaning} steps={steps} />
        {isCancelled ? <KeepOrNew launchId={launchId} formToken={formToken} /> : null}
        {messaging?.mayTurn && now === undefined && !isSerious ? (
          <ReviewInEhr
            messaging={messaging}
            locations={locationsOf(sent).filter((location) => location !== null)}
            ehrName={facts.ehrName}
          />
        ) : null}
        <FocusOnArrival on="done-title" />
      </section>
      <ReadBack verified={verified} />
      <Companions companions={companions} />
      <FollowUp plan={sent.order.plan} launchId={launchId} />
      <CopyOrderText copy={copyOrder(sent.order)} title="The order as text, to copy" />
    </>
  );
}

/** Nothing was written. The reviewed order as text. */
function OrderToCopy({ opened }: { readonly opened: OpenChart }) {
  const { launch, writing, facts } = opened;
  const launchId = launch.session.id;
  const reviewed = reviewedPlan(opened, launch.work);
  if (reviewed === null) redirect(`/chart/${launchId}/review?check=1`);
  const order = orderOf(opened, launch.work, reviewed);
  return (
    <>
      <section aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          Nothing was written: enter the order by hand
        </h1>
        <p>
          {writing.rung === 'copy'
            ? writing.why
            : `The window of ${facts.ehrName} did not answer, or this browser runs no scripts, so the draft was not handed to it.`}
        </p>
        <FocusOnArrival on="done-title" />
      </section>
      <CopyOrderText copy={copyOrder(order)} title="The order as text, to copy" />
      <FollowUp plan={order.plan} launchId={launchId} />
    </>
  );
}

/** The first that applies: the draft of this launch, the drafts of earlier ones, the order to copy. */
async function whatIsDone(opened: OpenChart) {
  const { launch, writing } = opened;
  const { sent } = launch.work;
  const { id: launchId, formToken } = launch.session;
  if (sent !== null && stands(sent.outcome)) return <WrittenDraft opened={opened} sent={sent} />;
  const earlier = sent === null ? await earlierDrafts(opened) : [];
  const isInTheWay = earlier.some(isStanding);
  if (isInTheWay || (earlier.length > 0 && reviewedPlan(opened, launch.work) === null)) {
    return <StandingDrafts drafts={earlier} launchId={launchId} formToken={formToken} />;
  }
  // "No draft yet" would be a guess: Review says what is known and what to do.
  if (sent?.outcome.kind === 'outcome-unknown') redirect(`/chart/${launchId}/review?write=failed`);
  const now = writing.rung === 'fhir-draft' ? await withWritingNow(opened) : opened;
  if (now.writing.rung === 'fhir-draft') redirect(`/chart/${launchId}/safety?closed=done`);
  return <OrderToCopy opened={now} />;
}

export default async function DonePage({ params, searchParams }: Props) {
  const { launch: launchId } = await params;
  const { refresh } = await searchParams;
  const opened = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  if ('failed' in opened) return <Problem failure={opened} />;
  if ('stillReading' in opened) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading opening={opened} step="done" launchId={launchId} query={query} />;
  }
  return (
    <ScreenFrame facts={opened.facts} step="done">
      {await whatIsDone(opened)}
    </ScreenFrame>
  );
}
