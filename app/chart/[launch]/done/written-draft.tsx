import { copyOrder } from '#lib/order/draft/copy-order.ts';
import { draftState, foremost, isOver } from '#lib/order/standing/own-drafts.ts';
import { areMixed } from '#lib/order/standing/standing-plan.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import { checkOfToday } from '#lib/visit/check-of-today.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { titrationsOf } from '#lib/visit/titrations.ts';
import { messagingOf } from '#lib/visit/writing-of.ts';
import { DONE_WORDS } from '#lib/words/en/done.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { NOT_AS_SENT } from '#lib/words/en/read-back.ts';
import { wordsOfOrders } from '#lib/words/en/standing.ts';
import { writeWords } from '#lib/words/en/write.ts';
import { CopyOrderText } from '../parts/copy-order-text.tsx';
import { Companions } from './companions.tsx';
import { FollowUp } from './follow-up.tsx';
import { KeepOrNew } from './keep-or-new.tsx';
import { ReadBack } from './read-back.tsx';
import { ReviewInEhr } from './review-in-ehr.tsx';
import { StateOfOrders } from './state-of-orders.tsx';
import { StopOrSlow } from './stop-or-slow.tsx';
import { WhereThePlanStands } from './where-the-plan-stands.tsx';

/** What the EHR did with the order, and what became of it since. */
export async function WrittenDraft({
  opened,
  sent,
}: {
  readonly opened: OpenChart;
  readonly sent: SentDraft;
}) {
  const { launch, server, writing } = opened;
  const ehrName = launch.site.name;
  const { id: launchId, formToken } = launch.session;
  const stored = await readBack(server, locationsLeft(sent.outcome));
  const states = stored.map(draftState);
  const stoodBefore = sent.seenAsDraft === true || sent.outcome.kind === 'already-written';
  const isChanged = stoodBefore && states.some((state) => state !== 'draft');
  const isSeen = states.length > 0 && states.every((state) => state === 'draft');
  if (isSeen && sent.seenAsDraft !== true) await launch.saveWork({ sent: { ...sent, seenAsDraft: true } });
  const mayPlanAnew = states.length > 0 && isOver(states, sent.seenAsDraft === true);
  const words = writeWords(sent.outcome);
  const now = mayPlanAnew || isChanged ? foremost(states) : undefined;
  const verified = verifyDraft(sent.order, stored, sent.seenAsDraft === true ? 'later' : 'just-written');
  const isSerious = !mayPlanAnew && verified.state === 'serious';
  const { stop, notExcluded } = checkOfToday(opened, foremost(states), stored);
  const isMixed = areMixed(stored);
  const justWritten = isSerious ? NOT_AS_SENT : words;
  const shown =
    now === undefined && !isMixed
      ? justWritten
      : wordsOfOrders({
          state: now ?? foremost(states),
          count: states.filter((state) => state === now).length,
          isMixed,
          isSerious,
          daysOld: 0,
        });
  const messaging = messagingOf(launch, writing);
  return (
    <>
      <StateOfOrders
        words={shown}
        isSerious={isSerious}
        stop={stop}
        notExcluded={now === undefined ? null : notExcluded}
        what={<p>{words.happened}</p>}
      >
        {messaging !== null && now === undefined && !states.every((state) => state === 'draft') ? (
          <p>{DONE_WORDS.handedOver(ehrName)}</p>
        ) : null}
        {mayPlanAnew ? (
          <KeepOrNew titrations={titrationsOf(opened, stored)} launchId={launchId} formToken={formToken} />
        ) : null}
        {messaging?.mayTurn && now === undefined && !isSerious ? (
          <ReviewInEhr
            messaging={messaging}
            locations={locationsLeft(sent.outcome).filter((location) => location !== null)}
            words={{
              review: DONE_WORDS.inEhr.review(ehrName),
              close: DONE_WORDS.inEhr.close,
              noAnswer: DONE_WORDS.inEhr.noAnswer(ehrName),
            }}
          />
        ) : null}
      </StateOfOrders>
      {now === undefined ? null : (
        <>
          {isSerious ? null : <WhereThePlanStands orders={stored} opened={opened} isHeld={stop !== null} />}
          <StopOrSlow states={states} launchId={launchId} ehrName={ehrName} />
        </>
      )}
      <ReadBack verified={verified} />
      <Companions opened={opened} sent={sent} />
      {mayPlanAnew ? null : (
        <>
          <FollowUp plan={sent.order.plan} launchId={launchId} />
          {/* Another sending of this patient may stand, or is on its way: this one entered by hand would be one more. */}
          {opened.closedByHand === null ? (
            <CopyOrderText copy={copyOrder(sent.order, ORDER_WORDS)} title={DONE_WORDS.orderAsText} />
          ) : null}
        </>
      )}
    </>
  );
}
