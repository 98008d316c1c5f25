import { redirect } from 'next/navigation';
import { copyOrder } from '#lib/order/draft/copy-order.ts';
import { isByHand } from '#lib/order/write/write-ladder.ts';
import { offerOf } from '#lib/visit/offer-order.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { orderWords } from '#lib/visit/order-words.ts';
import { earlierDrafts, isInTheWay, standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { orderOf, reviewedPlan } from '#lib/visit/write-reviewed.ts';
import { withWritingNow } from '#lib/visit/writing-now.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../problem/problem.tsx';
import { openChartInTime } from '../open-chart.ts';
import { CopyOrderText } from '../parts/copy-order-text.tsx';
import { DraftInDoubt } from '../parts/draft-in-doubt.tsx';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { StillReading } from '../parts/still-reading.tsx';
import { FollowUp } from './follow-up.tsx';
import { OfferedAtOrders } from './offered-at-orders.tsx';
import { StandingDrafts } from './standing-drafts.tsx';
import { WrittenDraft } from './written-draft.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Nothing was written. The reviewed order as text. */
async function OrderToCopy({ words, opened }: { readonly words: Words; readonly opened: OpenChart }) {
  const { launch, writing } = opened;
  const launchId = launch.session.id;
  const reviewed = reviewedPlan(opened, launch.work);
  if (reviewed === null) redirect(`/chart/${launchId}/review?check=1`);
  const order = orderOf(opened, launch.work, reviewed);
  const { closedByHand } = opened;
  const offer = writing.rung === 'hook-suggestion' ? await offerOf(opened) : null;
  return (
    <>
      <section aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          {words.done.byHand.title}
        </h1>
        <p>
          {isByHand(writing.rung)
            ? words.writeLadder.rungWords(writing, launch.site)
            : words.done.byHand.noAnswer(launch.site.name)}
        </p>
        <FocusOnArrival on="done-title" />
      </section>
      {offer === null || closedByHand !== null ? null : (
        <OfferedAtOrders words={words} offer={offer} opened={opened} />
      )}
      {closedByHand === null ? (
        <CopyOrderText words={words} copy={copyOrder(order, orderWords())} title={words.done.orderAsText} />
      ) : (
        <p className="notice">{words.doubt.closedByHand[closedByHand].text}</p>
      )}
      <FollowUp words={words} plan={order.plan} launchId={launchId} />
    </>
  );
}

/** The first that applies: the draft of this launch, those of earlier ones, one in doubt, the order to copy. */
async function whatIsDone(words: Words, opened: OpenChart) {
  const { launch, writing, doubt, judgement } = opened;
  const { sent } = launch.work;
  const { id: launchId } = launch.session;
  if (sent !== null && standsByThisLaunch(opened))
    return <WrittenDraft words={words} opened={opened} sent={sent} />;
  const earlier = await earlierDrafts(opened);
  const inDoubt = doubt && { doubt, timeZone: judgement.timeZone, toReview: launchId };
  const isDoubled = earlier.some((draft) => isInTheWay(draft, opened));
  if (isDoubled || (earlier.length > 0 && reviewedPlan(opened, launch.work) === null)) {
    return (
      <>
        {inDoubt === null ? null : <DraftInDoubt words={words} {...inDoubt} />}
        <StandingDrafts words={words} drafts={earlier} opened={opened} />
      </>
    );
  }
  if (inDoubt !== null) return <DraftInDoubt words={words} {...inDoubt} isWholeScreen />;
  const now = writing.rung === 'fhir-draft' ? await withWritingNow(opened) : opened;
  if (now.writing.rung === 'fhir-draft') redirect(`/chart/${launchId}/safety?closed=done`);
  return <OrderToCopy words={words} opened={now} />;
}

export default async function DonePage({ params, searchParams }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const { refresh } = await searchParams;
  const recent = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  // A draft that the kept reading is too old to show is looked for before it is called unknown.
  const isStale = refresh === undefined && 'doubt' in recent && recent.doubt !== null;
  const opened = isStale ? await openChartInTime(launchId, 'afresh') : recent;
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  if ('stillReading' in opened) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading words={words} opening={opened} step="done" launchId={launchId} query={query} />;
  }
  return (
    <ScreenFrame words={words} facts={frameFacts(words, opened)} step="done">
      {await whatIsDone(words, opened)}
    </ScreenFrame>
  );
}
