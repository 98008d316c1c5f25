import { redirect } from 'next/navigation';
import { isOfOneOrder } from '#lib/follow-up/plotted-treatment.ts';
import { markOf } from '#lib/review/marks.ts';
import { type FollowUpOfLaunch, followUpOf } from '#lib/visit/follow-up-of-launch.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { mayRecordScore } from '#lib/visit/record-score.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../problem/problem.tsx';
import { submitFollowUp } from '../actions.ts';
import { openChartInTime } from '../open-chart.ts';
import { ChartChangesNotice } from '../parts/chart-changes.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { ForeignFormNotice, FormToken, SHOWN_FIELD } from '../parts/form-guard.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { PaperLinks } from '../parts/paper-links.tsx';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { StillReading } from '../parts/still-reading.tsx';
import { WhereThePlanStands } from '../parts/where-the-plan-stands.tsx';
import { AnswerFields } from './answer-fields.tsx';
import { OutcomeBand } from './outcome-band.tsx';
import { TreatmentOverTime } from './treatment-over-time.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Dangerous, or of the order itself: told before anything is asked. */
const BEFORE_ANSWERS = new Set([
  'blocked',
  'opioid-since-start',
  'not-read',
  'two-orders',
  'order-not-read',
  'order-not-in-force',
  'not-begun',
  'nights-missed',
  'operation-soon',
]);

/** Whether what follows can be told: every answer was given, or it does not hang on one. */
function isTold({ form, problems, response }: FollowUpOfLaunch): boolean {
  return BEFORE_ANSWERS.has(response.row) || (form.effects !== undefined && problems.length === 0);
}

function Whereabouts({
  words,
  opened,
  followUp,
}: {
  words: Words;
  opened: OpenChart;
  followUp: FollowUpOfLaunch;
}) {
  const launchId = opened.launch.session.id;
  const { links } = words.followUpVisit;
  const { treatment } = followUp;
  return (
    <>
      {followUp.isNotAsSent ? (
        <p className="notice" role="alert">
          {words.followUpVisit.notAsSent}
        </p>
      ) : null}
      {treatment === null || isOfOneOrder(treatment) ? (
        <WhereThePlanStands
          words={words}
          orders={followUp.orders}
          opened={opened}
          isHeld={followUp.response.outcome === 'stop'}
        />
      ) : (
        <TreatmentOverTime words={words} treatment={treatment} followUp={followUp} />
      )}
      <p className="actions">
        <a className="button" href={`/chart/${launchId}/safety?again=1`}>
          {links.safety}
        </a>
        <a className="button" href={`/chart/${launchId}/done`}>
          {links.order}
        </a>
      </p>
      <PaperLinks words={words} launchId={launchId} hasHandout={false} />
    </>
  );
}

/** What became of the score that was to be kept today. */
function ScoreOfToday({ words, opened }: { words: Words; opened: OpenChart }) {
  const { recordedScore } = opened.launch.work;
  return recordedScore === null || recordedScore.score.on !== opened.judgement.asOf ? null : (
    <p className="notice" role="status">
      {words.score.scoreOutcomeWords(recordedScore.outcome)}
    </p>
  );
}

/** What to do for a patient on low-dose naltrexone: what is dangerous first, then what follows from the answers, then the order. */
export default async function FollowUpPage({ params, searchParams }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const { refresh, check, changed, form: posted } = await searchParams;
  const opened = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  if ('stillReading' in opened) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading words={words} opening={opened} step="follow-up" launchId={launchId} query={query} />;
  }
  if (standsByThisLaunch(opened)) redirect(`/chart/${launchId}/done`);
  const followUp = await followUpOf(opened);
  const { judgement, response, problems } = followUp;
  const told = isTold(followUp);
  const visit = words.followUpVisit;
  const shown =
    check === undefined
      ? []
      : problems.map(({ field, fault }) => ({
          field,
          message: `${visit.fields[field]}: ${visit.faults[fault]}`,
        }));
  const draft = told && problems.length === 0 ? response.draft : null;
  return (
    <ScreenFrame words={words} facts={frameFacts(words, { ...opened, judgement })} step="follow-up">
      <OutcomeBand words={words} followUp={followUp} isTold={told} />
      <ErrorSummary title={visit.notYet} problems={shown} />
      <ForeignFormNotice words={words} posted={posted} />
      {changed === undefined ? null : (
        <p className="notice" role="alert">
          {visit.changed}
        </p>
      )}
      <ScoreOfToday words={words} opened={opened} />
      <ChartChangesNotice words={words} changes={opened.changes} timeZone={judgement.timeZone} />
      <form action={submitFollowUp.bind(null, launchId)} noValidate className="follow-up">
        <FormToken token={opened.launch.session.formToken} />
        <input type="hidden" name={SHOWN_FIELD} value={markOf({ outcome: response.outcome, draft })} />
        {response.outcome === 'stop' && response.row === 'blocked' ? null : (
          <AnswerFields words={words} followUp={followUp} isTold={told} problems={shown} />
        )}
        <div className="actions">
          {response.row === 'blocked' ? null : (
            <button type="submit" name="go" value="ask" className={draft === null ? 'primary' : undefined}>
              {visit.whatFollows}
            </button>
          )}
          {told &&
          problems.length === 0 &&
          followUp.visit.answers.score !== null &&
          mayRecordScore(followUp.judgement) ? (
            <button type="submit" name="go" value="record">
              {words.score.record}
            </button>
          ) : null}
          {draft === null ? null : (
            <button type="submit" name="go" value="draft" className="primary">
              {visit.drafts[draft.kind]}
            </button>
          )}
        </div>
      </form>
      <Whereabouts words={words} opened={opened} followUp={followUp} />
    </ScreenFrame>
  );
}
