import { NOT_AS_SENT } from '../../../../lib/display/read-back-words.ts';
import { standingWords, writtenBefore } from '../../../../lib/display/standing-words.ts';
import { Fields, isObject } from '../../../../lib/fhir/fields.ts';
import { drugOf } from '../../../../lib/order/draft-fields.ts';
import { isStanding, type OwnDraft } from '../../../../lib/order/own-drafts.ts';
import { verifyDraft } from '../../../../lib/order/verify-draft.ts';
import { planAnew } from '../actions.ts';
import { FocusOnArrival } from '../focus-on-arrival.tsx';
import { FormToken } from '../form-guard.tsx';
import { MeaningAndSteps } from '../meaning-and-steps.tsx';
import { ReadBack } from './read-back.tsx';

/** What the EHR holds where nobody remembers what was sent. */
function PlainDraft({ draft }: { readonly draft: OwnDraft }) {
  const { stored } = draft;
  if (!isObject(stored.resource)) return <p className="notice">It could not be read: {stored.why}.</p>;
  const request = new Fields(stored.resource, []);
  return (
    <>
      <h3>{drugOf(request) ?? 'Drug not recorded'}</h3>
      <p className="notice">
        What was sent is not remembered here any more, so nothing is compared. Read each step before you sign.
      </p>
      <ol>
        {request.objects('dosageInstruction').map((dosage, index) => (
          <li key={dosage.number('sequence') ?? index}>{dosage.text('text') ?? 'A step without text'}</li>
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

/** Keep it so, or plan a new one: asked only where no draft stands. */
export function KeepOrNew({
  launchId,
  formToken,
}: {
  readonly launchId: string;
  readonly formToken: string;
}) {
  return (
    <form action={planAnew.bind(null, launchId)} className="actions">
      <FormToken token={formToken} />
      <button type="submit">Plan a new one</button>
      <p>To keep it so, close the app: nothing more is written.</p>
    </form>
  );
}

/** The drafts that earlier launches left with this patient, opened instead of doubled. */
export function StandingDrafts({
  drafts,
  launchId,
  formToken,
}: {
  readonly drafts: readonly OwnDraft[];
  readonly launchId: string;
  readonly formToken: string;
}) {
  const [first] = drafts;
  if (first === undefined) return null;
  const oldest = drafts.reduce<number | null>(
    (days, { daysOld }) => (daysOld === null || days === null ? null : Math.max(days, daysOld)),
    0,
  );
  const verified = drafts.map(({ sent, stored }) =>
    sent === null ? null : verifyDraft({ requests: [sent] }, [stored], 'later'),
  );
  const isSerious = first.state === 'draft' && verified.some((one) => one?.state === 'serious');
  const words = isSerious ? NOT_AS_SENT : standingWords(first.state, oldest);
  return (
    <>
      <section className={isSerious ? 'error-summary' : 'written'} aria-labelledby="done-title">
        <h1 id="done-title" tabIndex={-1}>
          {words.title}
        </h1>
        <p>An earlier launch of this app wrote what stands here:</p>
        <ul>
          {drafts.map(({ stored }) => (
            <li key={stored.location}>{whenAndByWhom(stored)}</li>
          ))}
        </ul>
        <MeaningAndSteps meaning={words.meaning} steps={words.steps} />
        {drafts.some(isStanding) ? (
          <p>
            <a className="button" href={`/chart/${launchId}/safety?again=1`}>
              See the check of today
            </a>
          </p>
        ) : (
          <KeepOrNew launchId={launchId} formToken={formToken} />
        )}
        <FocusOnArrival on="done-title" />
      </section>
      {drafts.map((draft, index) => {
        const readBack = verified[index] ?? null;
        return readBack === null ? (
          <section key={draft.stored.location} aria-label={draft.stored.location ?? 'Draft'}>
            <h2>In the EHR now</h2>
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
