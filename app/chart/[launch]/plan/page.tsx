import { redirect } from 'next/navigation';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { RESTORED_PLAN, restoredPlanTitle } from '#lib/words/en/kept-plan.ts';
import { PLAN_WORDS } from '#lib/words/en/plan.ts';
import { NO_MEDICINES_RECORDED } from '#lib/words/en/read-summary.ts';
import { formProblemsInWords } from '#lib/words/en/regimen-fault.ts';
import { Problem } from '../../../problem/problem.tsx';
import { savePlan } from '../actions.ts';
import { openChartInTime } from '../open-chart.ts';
import { ChartChangesNotice } from '../parts/chart-changes.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { ForeignFormNotice, FormToken } from '../parts/form-guard.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { StillReading } from '../parts/still-reading.tsx';
import { EvidenceForAndAgainst } from './evidence-for-and-against.tsx';
import { PlanWorkbench } from './plan-workbench.tsx';
import { PresetButton, Presets, UpdateOnEnter } from './presets.tsx';
import { WhyThisProposal } from './why-this-proposal.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function PlanPage({ params, searchParams }: Props) {
  const { launch: launchId } = await params;
  const { refresh, check, form: posted } = await searchParams;
  const opened = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  if ('failed' in opened) return <Problem failure={opened} />;
  if ('stillReading' in opened) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading opening={opened} step="plan" launchId={launchId} query={query} />;
  }
  const { chart, judgement, launch } = opened;
  const facts = frameFacts(opened);
  const { planKeptAt } = launch.work;
  if (standsByThisLaunch(opened)) redirect(`/chart/${launchId}/done`);
  if (blockingFindings(judgement).length > 0) redirect(`/chart/${launchId}/safety?closed=plan`);

  const { form, proposed, proposedForm, limits, problems } = planOfLaunch(judgement, launch.work);
  const shown = check === undefined ? [] : formProblemsInWords(problems);
  const focused = shown.length === 0 ? 'plan-title' : 'error-summary';
  return (
    <ScreenFrame facts={facts} step="plan">
      <ErrorSummary title={PLAN_WORDS.cannotGo} problems={shown} />
      <ForeignFormNotice posted={posted} />
      <ChartChangesNotice changes={opened.changes} timeZone={opened.judgement.timeZone} />
      {chart.medications.length === 0 ? (
        <p className="notice">
          {NO_MEDICINES_RECORDED} {PLAN_WORDS.restsOnStatement}
        </p>
      ) : null}
      {planKeptAt === null ? null : (
        <section className="notice" aria-labelledby="restored">
          <h2 id="restored">{restoredPlanTitle(planKeptAt, Date.now(), judgement.timeZone)}</h2>
          <p>{RESTORED_PLAN.meaning}</p>
          <div className="actions">
            <UpdateOnEnter />
            <PresetButton preset="proposal">{RESTORED_PLAN.afresh}</PresetButton>
          </div>
        </section>
      )}
      <PlanWorkbench
        key={JSON.stringify(form)}
        saved={form}
        proposed={proposedForm}
        limits={limits}
        scores={painScores(chart.observations, clinicDays(judgement.timeZone), judgement.asOf)}
        save={savePlan.bind(null, launchId)}
        opening={
          <>
            <FormToken token={launch.session.formToken} />
            <h1 id="plan-title" tabIndex={-1}>
              {PLAN_WORDS.title}
            </h1>
            <WhyThisProposal regimen={proposed} today={judgement.asOf} />
          </>
        }
        presets={<Presets />}
      />
      <FocusOnArrival on={focused} answer={`${focused} ${JSON.stringify(form)}`} />
      <EvidenceForAndAgainst chart={chart} judgement={judgement} />
    </ScreenFrame>
  );
}
