import { Fields, isObject } from '#lib/fhir/fields.ts';
import { foremost, isStanding } from '#lib/order/standing/draft-state.ts';
import type { OwnDraft } from '#lib/order/standing/own-drafts.ts';
import { planThatStands } from '#lib/order/standing/plan-that-stands.ts';
import { areMixed } from '#lib/order/standing/standing-plan.ts';
import { drugOf } from '#lib/order/verify/stored-request.ts';
import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import { checkOfToday } from '#lib/visit/check-of-today.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { titrationsOf } from '#lib/visit/titrations.ts';
import type { Words } from '#lib/words/words-for.ts';
import { WhereThePlanStands } from '../parts/where-the-plan-stands.tsx';
import { FollowUp } from './follow-up.tsx';
import { KeepOrNew } from './keep-or-new.tsx';
import { ReadBack } from './read-back.tsx';
import { StateOfOrders } from './state-of-orders.tsx';
import { StopOrSlow } from './stop-or-slow.tsx';

/** What the EHR holds where nobody remembers what was sent. */
function PlainDraft({ words, draft }: { readonly words: Words; readonly draft: OwnDraft }) {
  const { stored } = draft;
  if (!isObject(stored.resource))
    return (
      <p className="notice">
        {words.done.earlier.notRead(words.readBack.notReadWords(stored.why ?? { code: 'not-found' }))}
      </p>
    );
  const request = new Fields(stored.resource, []);
  return (
    <>
      <h3>{drugOf(request) ?? words.done.earlier.drugUnknown}</h3>
      <p className="notice">
        {words.done.earlier.notRemembered}{' '}
        {draft.state === 'draft' ? words.done.earlier.readBeforeSigning : null}
      </p>
      <ol>
        {request.objects('dosageInstruction').map((dosage, index) => (
          <li key={dosage.number('sequence') ?? index}>
            {dosage.text('text') ?? words.done.earlier.stepWithoutText}
          </li>
        ))}
      </ol>
    </>
  );
}

/** A name, never an id: as the order has it, as the chart was read, or the user of this launch. */
function nameOf(requester: Fields | null | undefined, location: string | null, { chart, launch }: OpenChart) {
  const { user } = launch.session;
  const isUser = user !== null && requester?.text('reference') === user.reference;
  return (
    requester?.text('display') ??
    (isUser ? user.display : null) ??
    chart.medications.find(({ source }) => source === location)?.author ??
    null
  );
}

function whenAndByWhom(
  words: Words,
  { stored: { location, resource }, state }: OwnDraft,
  opened: OpenChart,
): string {
  const request = isObject(resource) ? new Fields(resource, []) : null;
  const requester = request?.object('requester');
  return words.ownOrders.writtenBefore({
    drug: request === null ? null : drugOf(request),
    state,
    location,
    on: request?.date('authoredOn') ?? null,
    by: nameOf(requester, location, opened),
  });
}

/** The drafts that earlier launches left with this patient, opened instead of doubled. */
export function StandingDrafts({
  words,
  drafts,
  opened,
}: {
  readonly words: Words;
  readonly drafts: readonly OwnDraft[];
  readonly opened: OpenChart;
}) {
  if (drafts.length === 0) return null;
  const { id: launchId, formToken } = opened.launch.session;
  const orders = drafts.map(({ stored }) => stored);
  const states = drafts.map(({ state }) => state);
  const now = foremost(states);
  const oldest = drafts.reduce<number | null>(
    (days, { daysOld }) => (daysOld === null || days === null ? null : Math.max(days, daysOld)),
    0,
  );
  const verified = drafts.map(({ sent, stored }) =>
    sent === null ? null : verifyDraft({ requests: [sent] }, [stored], 'later'),
  );
  const isSerious =
    drafts.some(({ state }) => isStanding(state)) && verified.some((one) => one?.state === 'serious');
  const { stop, notExcluded } = checkOfToday(opened, now, orders);
  const plan = areMixed(orders) ? null : planThatStands(drafts);
  const told = words.ownOrders.wordsOfOrders({
    state: now,
    count: states.filter((state) => state === now).length,
    isMixed: areMixed(orders),
    isSerious,
    daysOld: oldest,
  });
  return (
    <>
      <StateOfOrders
        words={words}
        told={told}
        isSerious={isSerious}
        stop={stop}
        notExcluded={notExcluded}
        what={
          <>
            <p>{words.done.earlier.whatStands}</p>
            <ul>
              {drafts.map((draft) => (
                <li key={draft.stored.location}>{whenAndByWhom(words, draft, opened)}</li>
              ))}
            </ul>
          </>
        }
      >
        {drafts.some(({ state }) => isStanding(state)) ? (
          <p>
            <a className="button" href={`/chart/${launchId}/safety?again=1`}>
              {words.done.earlier.checkOfToday}
            </a>{' '}
            {now === 'signed' ? (
              <a className="button" href={`/chart/${launchId}/follow-up`}>
                {words.followUpVisit.links.visit}
              </a>
            ) : null}
          </p>
        ) : (
          <KeepOrNew
            words={words}
            titrations={titrationsOf(opened, orders)}
            launchId={launchId}
            formToken={formToken}
          />
        )}
      </StateOfOrders>
      {isSerious ? null : (
        <WhereThePlanStands words={words} orders={orders} opened={opened} isHeld={stop !== null} />
      )}
      {plan === null || stop !== null ? null : <FollowUp words={words} plan={plan} launchId={launchId} />}
      <StopOrSlow words={words} states={states} launchId={launchId} ehrName={opened.launch.site.name} />
      {drafts.map((draft, index) => {
        const readBack = verified[index] ?? null;
        return readBack === null ? (
          <section key={draft.stored.location} aria-label={draft.stored.location ?? words.done.earlier.draft}>
            <h2>{words.done.earlier.now}</h2>
            <p className="source">{draft.stored.location}</p>
            <PlainDraft words={words} draft={draft} />
          </section>
        ) : (
          <ReadBack words={words} key={draft.stored.location} verified={readBack} />
        );
      })}
    </>
  );
}
