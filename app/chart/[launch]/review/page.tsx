import { redirect } from 'next/navigation';
import { isByHand } from '#lib/order/write/write-ladder.ts';
import { reviewMark } from '#lib/review/marks.ts';
import { planMoved } from '#lib/review/plan-moved.ts';
import { planToOrder } from '#lib/review/plan-to-order.ts';
import { review } from '#lib/review/review.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { hasStandingDraft } from '#lib/visit/own-orders.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { withWritingNow } from '#lib/visit/writing-now.ts';
import { messagingOf } from '#lib/visit/writing-of.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../problem/problem.tsx';
import { submitReview } from '../actions.ts';
import { openChartInTime } from '../open-chart.ts';
import { ChartChangesNotice } from '../parts/chart-changes.tsx';
import { DraftInDoubt } from '../parts/draft-in-doubt.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import {
  ForeignFormNotice,
  FormToken,
  MovedPlanNotice,
  OutdatedFormNotice,
  RUNG_FIELD,
  SHOWN_FIELD,
} from '../parts/form-guard.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { StillReading } from '../parts/still-reading.tsx';
import { WriteButton } from '../parts/write-button.tsx';
import { OrderByHand } from './order-by-hand.tsx';
import { OrderPreview } from './order-preview.tsx';
import { Questions } from './questions.tsx';
import { NotThereChoice, WriteFailure } from './write-failure.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const { refresh, check, write, saved, form: posted } = await searchParams;
  const read = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  if ('failed' in read) return <Problem words={words} failure={read} />;
  if ('stillReading' in read) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading words={words} opening={read} step="review" launchId={launchId} query={query} />;
  }
  if (await hasStandingDraft(read)) redirect(`/chart/${launchId}/done`);
  if (blockingFindings(read.judgement).length > 0) redirect(`/chart/${launchId}/safety?closed=review`);
  const opened = await withWritingNow(read);
  const { chart, judgement, launch, writing, doubt } = opened;
  const facts = frameFacts(words, opened);
  const { sent } = launch.work;

  const { proposal, answers, answerProblems } = planOfLaunch(judgement, launch.work);
  if (proposal === null) redirect(`/chart/${launchId}/plan?check=1`);
  const problems =
    check === undefined
      ? []
      : words.reviewProblems.reviewProblems(review(judgement, proposal, answers), answerProblems);
  const isCopied = isByHand(writing.rung);
  const go = words.review[isCopied ? 'copy' : 'write'];
  // A draft in doubt stays on this screen until it is settled; every other end of a write is told once.
  const isUnknown = sent?.outcome.kind === 'outcome-unknown';
  const failed = sent !== null && (isUnknown ? doubt !== null : write !== undefined) ? sent : null;
  return (
    <ScreenFrame words={words} facts={facts} step="review">
      <ErrorSummary title={words.review.notYet} problems={problems} />
      {doubt !== null && !isUnknown ? (
        <DraftInDoubt words={words} doubt={doubt} timeZone={judgement.timeZone} />
      ) : null}
      {failed === null ? null : <WriteFailure words={words} sent={failed} />}
      {failed === null ? null : <OrderByHand words={words} opened={opened} pressed={failed.outcome} />}
      <ForeignFormNotice words={words} posted={posted} />
      <OutdatedFormNotice words={words} posted={posted} />
      <MovedPlanNotice
        words={words}
        posted={posted}
        moved={'plan' in proposal ? planMoved(answers, proposal.plan.regimen.startDate) : null}
      />
      <ChartChangesNotice words={words} changes={opened.changes} timeZone={opened.judgement.timeZone} />
      <header className="review-head">
        <h1 id="review-title" tabIndex={-1}>
          {words.review.title}
        </h1>
        {problems.length === 0 && failed === null && saved === undefined ? (
          <FocusOnArrival on="review-title" onlyInView />
        ) : null}
        <p>
          {doubt !== null || isCopied || !('plan' in proposal)
            ? facts.writing
            : words.review.whatIsWritten(proposal.plan.supply.length, facts.identity.name)}
        </p>
      </header>
      <div className="review-columns">
        <form action={submitReview.bind(null, launchId)} noValidate className="card">
          <FormToken token={launch.session.formToken} />
          <input type="hidden" name={RUNG_FIELD} value={writing.rung} />
          <input
            type="hidden"
            name={SHOWN_FIELD}
            value={reviewMark(judgement, 'plan' in proposal ? proposal.plan : null, writing.rung)}
          />
          <Questions
            words={words}
            findings={judgement.findings}
            chart={chart}
            evidence={judgement.opioid.evidence}
            typed={launch.work.answerForm ?? {}}
            today={judgement.asOf}
            problems={problems}
          />
          {doubt === null ? null : <NotThereChoice words={words} sendings={doubt.sendings} />}
          <div className="actions">
            <WriteButton label={go.button} underWay={go.underWay} messaging={messagingOf(launch, writing)} />
            <button type="submit" name="go" value="save">
              {words.review.save}
            </button>
          </div>
          {saved === undefined ? null : <p role="status">{words.review.saved}</p>}
          <p className="muted">
            {words.review.questions.meaning} {go.checkedAgain}
          </p>
        </form>
        {'plan' in proposal ? (
          <OrderPreview words={words} plan={planToOrder(proposal.plan, judgement)} launchId={launchId} />
        ) : (
          <section className="notice">
            <h2>{words.review.faulty}</h2>
            <ul>
              {proposal.faults.map((fault) => (
                <li key={fault.code}>{words.regimenFault.regimenFaultWords(fault)}</li>
              ))}
            </ul>
            <a className="change-link" href={`/chart/${launchId}/plan?check=1`}>
              {words.review.changePlan}
            </a>
          </section>
        )}
      </div>
      {failed === null ? <OrderByHand words={words} opened={opened} /> : null}
    </ScreenFrame>
  );
}
