import { redirect } from 'next/navigation';
import { blockingFindings, verdictWords } from '../../../../lib/display/judgement-words.ts';
import { audit } from '../../../../lib/launch/audit.ts';
import { readingReference } from '../../../../lib/launch/reference.ts';
import { absentTables } from '../../../../lib/terminology/absent-tables.ts';
import { installedRecogniser } from '../../../../lib/terminology/load-tables.ts';
import { tablesAge } from '../../../../lib/terminology/tables-age.ts';
import { Problem } from '../../../problem/problem.tsx';
import { ChartChangesNotice } from '../chart-changes.tsx';
import { hasEarlierDraft } from '../done/standing.ts';
import { openChartInTime, stopOpening } from '../open-chart.ts';
import { PrintButton } from '../print-button.tsx';
import { ScreenFrame } from '../screen-frame.tsx';
import { StillReading, StoppedReading } from '../still-reading.tsx';
import { stands } from '../write-reviewed.ts';
import { CheckList } from './check-list.tsx';
import { OpioidHistory } from './opioid-history.tsx';
import { UnreadParts, Unseen } from './unseen.tsx';
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
  const query = await searchParams;
  const { closed, stop } = query;
  if (stop !== undefined) {
    const stopped = await stopOpening(launchId);
    if ('failed' in stopped) return <Problem failure={stopped} />;
    return <StoppedReading opening={stopped} launchId={launchId} />;
  }
  const opened = await openChartInTime(launchId, 'afresh');
  if ('failed' in opened) return <Problem failure={opened} />;
  const why = typeof closed === 'string' && Object.hasOwn(CLOSED, closed) ? closed : null;
  if ('stillReading' in opened) {
    const again = why === null ? '' : `?closed=${why}`;
    return <StillReading opening={opened} step="safety" launchId={launchId} query={again} />;
  }
  // A launch whose patient has a draft of this app opens at that draft; whoever comes back here asked for Safety.
  const isEarlier = await hasEarlierDraft(opened);
  if (Object.keys(query).length === 0 && isEarlier) redirect(`/chart/${launchId}/done`);
  const { chart, judgement, facts, launch } = opened;
  audit({
    event: 'judgement',
    outcome: judgement.opioid.verdict,
    launch: launchId,
    issuer: launch.session.issuer,
    patient: judgement.patient,
    ms: opened.judgedInMs,
  });

  const { tables } = installedRecogniser();
  const { sent } = launch.work;
  const hasDraft = isEarlier || (sent !== null && stands(sent.outcome));
  const isBlocked = blockingFindings(judgement).length > 0;
  const isIncomplete = judgement.findings.some(({ rule }) => rule === 'R01');
  return (
    <ScreenFrame facts={facts} step="safety">
      <VerdictBand
        verdict={judgement.opioid.verdict}
        words={verdictWords(judgement)}
        closed={why === null ? null : (CLOSED[why] ?? null)}
      />
      <ChartChangesNotice changes={opened.changes} />
      {isIncomplete ? (
        <UnreadParts ledger={chart.ledger} reference={readingReference(launchId, opened.readAt)} />
      ) : null}
      {isBlocked ? (
        <form action={`/chart/${launchId}/safety`} className="actions">
          <input type="hidden" name="again" value="1" />
          <button type="submit">Read the chart again</button>
          <PrintButton />
        </form>
      ) : (
        <form action={`/chart/${launchId}/plan`} className="actions">
          <button type="submit" className="primary">
            Continue to plan
          </button>
        </form>
      )}
      {hasDraft ? (
        <p>
          <a className="button" href={`/chart/${launchId}/done`}>
            Open the draft
          </a>
        </p>
      ) : null}
      <p>{facts.writing}</p>
      <OpioidHistory
        judgement={judgement}
        isIncomplete={isIncomplete}
        hasMedicines={chart.medications.length > 0}
      />
      <CheckList findings={judgement.findings} chart={chart} />
      <Unseen
        judgement={judgement}
        ledger={chart.ledger}
        tables={tablesAge(tables.manifest, judgement.asOf)}
        absentTables={absentTables(tables)}
      />
    </ScreenFrame>
  );
}
