import { redirect } from 'next/navigation';
import { milligrams } from '../../../../lib/display/dose.ts';
import { blockingFindings } from '../../../../lib/display/judgement-words.ts';
import { RESTORED_PLAN, restoredPlanTitle } from '../../../../lib/display/kept-plan-words.ts';
import { painScores } from '../../../../lib/display/pain-history.ts';
import { NO_MEDICINES_RECORDED } from '../../../../lib/display/read-summary.ts';
import { clinicDays } from '../../../../lib/safety/chart-day.ts';
import { PRESETS } from '../../../../lib/titration/propose-regimen.ts';
import { CEILING } from '../../../../lib/titration/regimen-limits.ts';
import { Problem } from '../../../problem/problem.tsx';
import { choosePreset, savePlan } from '../actions.ts';
import { ChartChangesNotice } from '../chart-changes.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { FocusOnArrival } from '../focus-on-arrival.tsx';
import { ForeignFormNotice, FormToken } from '../form-guard.tsx';
import { openChartInTime } from '../open-chart.ts';
import { planOfLaunch } from '../plan-of-launch.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { StillReading } from '../still-reading.tsx';
import { stands } from '../write-reviewed.ts';
import { EvidenceForAndAgainst } from './evidence-for-and-against.tsx';
import { PlanWorkbench } from './plan-workbench.tsx';

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
  const { chart, judgement, facts, launch } = opened;
  const { sent, planKeptAt } = launch.work;
  if (sent !== null && stands(sent.outcome)) redirect(`/chart/${launchId}/done`);
  if (blockingFindings(judgement).length > 0) redirect(`/chart/${launchId}/safety?closed=plan`);

  const { form, proposed, limits, problems } = planOfLaunch(judgement, launch.work);
  const shown = check === undefined ? [] : problems;
  const token = <FormToken token={launch.session.formToken} />;
  return (
    <ScreenFrame facts={facts} step="plan">
      <ErrorSummary title="The plan cannot go to review yet" problems={shown} />
      <ForeignFormNotice posted={posted} />
      <ChartChangesNotice changes={opened.changes} />
      {chart.medications.length === 0 ? (
        <p className="notice">
          {NO_MEDICINES_RECORDED} The plan rests on what you state at Review about opioids.
        </p>
      ) : null}
      {planKeptAt === null ? null : (
        <section className="notice" aria-labelledby="restored">
          <h2 id="restored">{restoredPlanTitle(planKeptAt, Date.now(), judgement.timeZone)}</h2>
          <p>{RESTORED_PLAN.meaning}</p>
          <form action={choosePreset.bind(null, launchId)} className="actions">
            {token}
            <button type="submit" name="preset" value="proposal">
              {RESTORED_PLAN.afresh}
            </button>
          </form>
        </section>
      )}
      <section aria-labelledby="plan-title">
        <h1 id="plan-title" tabIndex={-1}>
          Proposed titration
        </h1>
        {shown.length === 0 ? <FocusOnArrival key={JSON.stringify(form)} on="plan-title" /> : null}
        <p>
          Start low, go up every {proposed.interval} days if tolerated, stay at the lowest dose that helps,
          never above {milligrams(CEILING)}. This is a proposal: change what this patient needs.
        </p>
        <form action={choosePreset.bind(null, launchId)} className="presets">
          {token}
          {Object.entries(PRESETS).map(([id, { name }]) => (
            <button key={id} type="submit" name="preset" value={id}>
              {name}
            </button>
          ))}
          <button type="submit" name="preset" value="proposal">
            Reset to proposal
          </button>
        </form>
      </section>
      <PlanWorkbench
        key={JSON.stringify(form)}
        saved={form}
        proposed={proposed}
        limits={limits}
        scores={painScores(chart.observations, clinicDays(judgement.timeZone), judgement.asOf)}
        save={savePlan.bind(null, launchId)}
        hidden={token}
        buttons={
          <div className="actions">
            <button type="submit" name="go" value="update">
              Update plan
            </button>
            <button type="submit" name="go" value="undo">
              Undo
            </button>
            <button type="submit" name="go" value="review" className="primary">
              Continue to review
            </button>
          </div>
        }
      />
      <EvidenceForAndAgainst chart={chart} />
    </ScreenFrame>
  );
}
