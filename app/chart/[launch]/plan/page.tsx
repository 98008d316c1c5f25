import { redirect } from 'next/navigation';
import { painScores } from '#lib/follow-up/pain-scores.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { planOfLaunch } from '#lib/visit/plan-of-launch.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { Problem } from '../../../problem/problem.tsx';
import { savePlan } from '../actions.ts';
import { openChartInTime } from '../open-chart.ts';
import { ChartChangesNotice } from '../parts/chart-changes.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { ForeignFormNotice, FormToken } from '../parts/form-guard.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { LastMeasured } from '../parts/last-measured.tsx';
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
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const { refresh, check, form: posted } = await searchParams;
  const opened = await openChartInTime(launchId, refresh === undefined ? 'recent' : 'afresh');
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  if ('stillReading' in opened) {
    const query = refresh === undefined ? '' : '?refresh=1';
    return <StillReading words={words} opening={opened} step="plan" launchId={launchId} query={query} />;
  }
  if (opened.launch.work.followUp != null) redirect(`/chart/${launchId}/follow-up`);
  const { chart, judgement, launch } = opened;
  const facts = frameFacts(words, opened);
  const { planKeptAt } = launch.work;
  if (standsByThisLaunch(opened)) redirect(`/chart/${launchId}/done`);
  if (blockingFindings(judgement).length > 0) redirect(`/chart/${launchId}/safety?closed=plan`);

  const { form, proposed, proposedForm, limits, problems } = planOfLaunch(judgement, launch.work);
  const shown = check === undefined ? [] : words.regimenFault.formProblemsInWords(problems);
  const focused = shown.length === 0 ? 'plan-title' : 'error-summary';
  return (
    <ScreenFrame words={words} facts={facts} step="plan">
      <ErrorSummary title={words.plan.cannotGo} problems={shown} />
      <ForeignFormNotice words={words} posted={posted} />
      <ChartChangesNotice words={words} changes={opened.changes} timeZone={opened.judgement.timeZone} />
      {chart.medications.length === 0 ? (
        <p className="notice">
          {words.readSummary.noMedicinesRecorded} {words.plan.restsOnStatement}
        </p>
      ) : null}
      {planKeptAt === null ? null : (
        <section className="notice" aria-labelledby="restored">
          <h2 id="restored">
            {words.keptPlan.restoredPlanTitle(planKeptAt, Date.now(), judgement.timeZone)}
          </h2>
          <p>{words.keptPlan.meaning}</p>
          <div className="actions">
            <UpdateOnEnter words={words} />
            <PresetButton preset="proposal">{words.keptPlan.afresh}</PresetButton>
          </div>
        </section>
      )}
      <PlanWorkbench
        key={JSON.stringify(form)}
        language={LANGUAGE_OF.screens}
        saved={form}
        isUntouched={launch.work.regimenForm === null && launch.work.plansBefore === null}
        proposed={proposedForm}
        limits={limits}
        scores={painScores(chart.observations, clinicDays(judgement.timeZone), judgement.asOf)}
        save={savePlan.bind(null, launchId)}
        opening={
          <>
            <FormToken token={launch.session.formToken} />
            <h1 id="plan-title" tabIndex={-1}>
              {words.plan.title}
            </h1>
            <WhyThisProposal words={words} regimen={proposed} today={judgement.asOf} />
          </>
        }
        measured={<LastMeasured words={words} chart={chart} judgement={judgement} beside="plan" />}
        presets={<Presets words={words} />}
      />
      <FocusOnArrival on={focused} answer={`${focused} ${JSON.stringify(form)}`} />
      <EvidenceForAndAgainst words={words} chart={chart} judgement={judgement} />
    </ScreenFrame>
  );
}
