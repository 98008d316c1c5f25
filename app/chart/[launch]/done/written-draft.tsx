import { copyOrder } from '#lib/order/draft/copy-order.ts';
import { areOver, draftState, foremost } from '#lib/order/standing/draft-state.ts';
import { areMixed } from '#lib/order/standing/standing-plan.ts';
import { readBack } from '#lib/order/verify/read-back.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import { besideTheDraft } from '#lib/visit/beside-the-draft.ts';
import { checkOfToday } from '#lib/visit/check-of-today.ts';
import type { SentDraft } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { orderWords } from '#lib/visit/order-words.ts';
import { wasSeenAsDraft } from '#lib/visit/seen-as-draft.ts';
import { titrationsOf } from '#lib/visit/titrations.ts';
import { messagingOf } from '#lib/visit/writing-of.ts';
import type { Words } from '#lib/words/words-for.ts';
import { CopyOrderText } from '../parts/copy-order-text.tsx';
import { WhereThePlanStands } from '../parts/where-the-plan-stands.tsx';
import { Companions } from './companions.tsx';
import { FollowUp } from './follow-up.tsx';
import { KeepOrNew } from './keep-or-new.tsx';
import { ReadBack } from './read-back.tsx';
import { ReviewInEhr } from './review-in-ehr.tsx';
import { StateOfOrders } from './state-of-orders.tsx';
import { StopOrSlow } from './stop-or-slow.tsx';

/** What the EHR did with the order, and what became of it since. */
export async function WrittenDraft({
  words,
  opened,
  sent,
}: {
  readonly words: Words;
  readonly opened: OpenChart;
  readonly sent: SentDraft;
}) {
  const { launch, server, writing } = opened;
  const ehrName = launch.site.name;
  const { id: launchId, formToken } = launch.session;
  const [stored, beside] = await Promise.all([
    readBack(server, locationsLeft(sent.outcome)),
    besideTheDraft(opened, sent),
  ]);
  const states = stored.map(draftState);
  const wasSeen = wasSeenAsDraft(launch.work);
  const stoodBefore = wasSeen || sent.outcome.kind === 'already-written';
  const isChanged = stoodBefore && states.some((state) => state !== 'draft');
  const mayPlanAnew = states.length > 0 && areOver(states, wasSeen);
  const told = words.write.writeWords(sent.outcome);
  const now = mayPlanAnew || isChanged ? foremost(states) : undefined;
  const verified = verifyDraft(sent.order, stored, wasSeen ? 'later' : 'just-written');
  const isSerious = !mayPlanAnew && verified.state === 'serious';
  const { stop, notExcluded } = checkOfToday(opened, foremost(states), stored);
  const isMixed = areMixed(stored);
  const justWritten = isSerious ? words.readBack.notAsSent : told;
  const shown =
    now === undefined && !isMixed
      ? justWritten
      : words.ownOrders.wordsOfOrders({
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
        words={words}
        told={shown}
        isSerious={isSerious}
        stop={stop}
        notExcluded={now === undefined ? null : notExcluded}
        what={<p>{told.happened}</p>}
      >
        {messaging !== null && now === undefined && !states.every((state) => state === 'draft') ? (
          <p>{words.done.handedOver(ehrName)}</p>
        ) : null}
        {mayPlanAnew ? (
          <KeepOrNew
            words={words}
            titrations={titrationsOf(opened, stored)}
            launchId={launchId}
            formToken={formToken}
          />
        ) : null}
        {messaging?.mayTurn && now === undefined && !isSerious ? (
          <ReviewInEhr
            messaging={messaging}
            locations={locationsLeft(sent.outcome).filter((location) => location !== null)}
            words={{
              review: words.done.inEhr.review(ehrName),
              close: words.done.inEhr.close,
              noAnswer: words.done.inEhr.noAnswer(ehrName),
            }}
          />
        ) : null}
      </StateOfOrders>
      {now === undefined ? null : (
        <>
          {isSerious ? null : (
            <WhereThePlanStands words={words} orders={stored} opened={opened} isHeld={stop !== null} />
          )}
          <StopOrSlow words={words} states={states} launchId={launchId} ehrName={ehrName} />
        </>
      )}
      <ReadBack words={words} verified={verified} />
      <Companions words={words} opened={opened} beside={beside} />
      {mayPlanAnew ? null : (
        <>
          <FollowUp words={words} plan={sent.order.plan} launchId={launchId} />
          {/* Another sending of this patient may stand, or is on its way: this one entered by hand would be one more. */}
          {opened.closedByHand === null ? (
            <CopyOrderText
              words={words}
              copy={copyOrder(sent.order, orderWords())}
              title={words.done.orderAsText}
              caution={words.done.notAgain}
            />
          ) : null}
        </>
      )}
    </>
  );
}
