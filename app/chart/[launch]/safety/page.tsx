import { blockingFindings, verdictWords } from '../../../../lib/display/judgement-words.ts';
import { audit } from '../../../../lib/launch/audit.ts';
import { Problem } from '../../../problem/problem.tsx';
import { ChartChangesNotice } from '../chart-changes.tsx';
import { openChart } from '../open-chart.ts';
import { ScreenFrame } from '../screen-frame.tsx';
import { stands } from '../write-reviewed.ts';
import { CheckList } from './check-list.tsx';
import { OpioidHistory } from './opioid-history.tsx';
import { Unseen } from './unseen.tsx';
import { VerdictBand } from './verdict-band.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Why the prescriber is back on this screen. */
const CLOSED: Readonly<Record<string, string>> = {
  plan: 'The plan stays closed while a check says "Do not start".',
  review: 'Review stays closed while a check says "Do not start".',
  done: 'There is no draft of this launch in the chart yet.',
  write:
    'Nothing was written. The chart was read again just before writing, and a check now says "Do not start".',
};

/** Reads the chart afresh at every visit: a verdict is never older than the page. */
export default async function SafetyPage({ params, searchParams }: Props) {
  const { launch: launchId } = await params;
  const { closed } = await searchParams;
  const opened = await openChart(launchId, 'afresh');
  if ('failed' in opened) return <Problem failure={opened} />;
  const { chart, judgement, facts, launch } = opened;
  audit({
    event: 'judgement',
    outcome: judgement.opioid.verdict,
    launch: launchId,
    issuer: launch.session.issuer,
    patient: judgement.patient,
  });

  const isBlocked = blockingFindings(judgement).length > 0;
  const isIncomplete = judgement.findings.some(({ rule }) => rule === 'R01');
  return (
    <ScreenFrame facts={facts} step="safety">
      <VerdictBand
        verdict={judgement.opioid.verdict}
        words={verdictWords(judgement)}
        closed={typeof closed === 'string' ? (CLOSED[closed] ?? null) : null}
      />
      <ChartChangesNotice changes={opened.changes} />
      {isBlocked ? null : (
        <form action={`/chart/${launchId}/plan`} className="actions">
          <button type="submit" className="primary">
            Continue to plan
          </button>
        </form>
      )}
      {launch.work.sent !== null && stands(launch.work.sent.outcome) ? (
        <p>
          <a className="button" href={`/chart/${launchId}/done`}>
            Open the draft of this launch
          </a>
        </p>
      ) : null}
      <p>{facts.writing}</p>
      <OpioidHistory judgement={judgement} isIncomplete={isIncomplete} />
      <CheckList findings={judgement.findings} chart={chart} />
      <Unseen judgement={judgement} ledger={chart.ledger} />
    </ScreenFrame>
  );
}
