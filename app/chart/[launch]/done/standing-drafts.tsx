import { DONE_WORDS } from '../../../../lib/display/done-words.ts';
import { NOT_AS_SENT } from '../../../../lib/display/read-back-words.ts';
import { standingWords, writtenBefore } from '../../../../lib/display/standing-words.ts';
import { Fields, isObject } from '../../../../lib/fhir/fields.ts';
import { drugOf } from '../../../../lib/order/draft-fields.ts';
import { foremost, isStanding, type OwnDraft } from '../../../../lib/order/own-drafts.ts';
import { verifyDraft } from '../../../../lib/order/verify-draft.ts';
import { FocusOnArrival } from '../focus-on-arrival.tsx';
import { MeaningAndSteps } from '../meaning-and-steps.tsx';
import type { OpenChart } from '../open-chart.ts';
import { KeepOrNew } from './keep-or-new.tsx';
import { ReadBack } from './read-back.tsx';
import { StopOrSlow } from './stop-or-slow.tsx';
import { WhereThePlanStands } from './where-the-plan-stands.tsx';

const words = DONE_WORDS.earlier;

/** What the EHR holds where nobody remembers what was sent. */
function PlainDraft({ draft }: { readonly draft: OwnDraft }) {
  const { stored } = draft;
  if (!isObject(stored.resource)) return <p className="notice">{words.notRead(stored.why)}</p>;
  const request = new Fields(stored.resource, []);
  return (
    <>
      <h3>{drugOf(request) ?? words.drugUnknown}</h3>
      <p className="notice">{words.notRemembered}</p>
      <ol>
        {request.objects('dosageInstruction').map((dosage, index) => (
          <li key={dosage.number('sequence') ?? index}>{dosage.text('text') ?? words.stepWithoutText}</li>
        ))}
      </ol>
    </>
  );
}

function whenAndByWhom({ location, resource }: OwnDraft['stored']): string {
  const request = isObject(resource) ? new Fields(resource, []) : null;
  const requester = request?.object('requester');
  const by = requester?.text('display') ?? requester?.text('reference') ?? null;
  return writtenBefore(location, request?.date('authoredOn') ?? null, by);
}

/** The drafts that earlier launches left with this patient, opened instead of doubled. */
export function StandingDrafts({
  drafts,
  opened,
}: {
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
  const isSerious = now === 'draft' && verified.some((one) => one?.state === 'serious');
  const { title, meaning, steps } = isSerious ? NOT_AS_SENT : standingWords(now, oldest);
  return (
    <>
      <section className={isSerious ? 'error-summary' : 'written'} aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          {title}
        </h1>
        <p>{words.whatStands}</p>
        <ul>
          {drafts.map(({ stored }) => (
            <li key={stored.location}>{whenAndByWhom(stored)}</li>
          ))}
        </ul>
        <MeaningAndSteps meaning={meaning} steps={steps} />
        {drafts.some(isStanding) ? (
          <p>
            <a className="button" href={`/chart/${launchId}/safety?again=1`}>
              {words.checkOfToday}
            </a>
          </p>
        ) : (
          <KeepOrNew orders={orders} launchId={launchId} formToken={formToken} />
        )}
        <FocusOnArrival on="done-title" />
      </section>
      <WhereThePlanStands orders={orders} opened={opened} />
      <StopOrSlow states={states} launchId={launchId} ehrName={opened.facts.ehrName} />
      {drafts.map((draft, index) => {
        const readBack = verified[index] ?? null;
        return readBack === null ? (
          <section key={draft.stored.location} aria-label={draft.stored.location ?? words.draft}>
            <h2>{words.now}</h2>
            <p className="source">{draft.stored.location}</p>
            <PlainDraft draft={draft} />
          </section>
        ) : (
          <ReadBack key={draft.stored.location} verified={readBack} />
        );
      })}
    </>
  );
}
