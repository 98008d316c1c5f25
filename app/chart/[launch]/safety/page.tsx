import { redirect } from 'next/navigation';
import { audit } from '#lib/operations/audit.ts';
import { readingReference } from '#lib/operations/reference.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { tablesAge } from '#lib/terminology/tables-age.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { hasEarlierDraft, hasStandingDraft, standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { verdictWords } from '#lib/words/en/judgement.ts';
import {
  besideVerdict,
  type Closed,
  type DraftToSee,
  readOnPaper,
  SAFETY_WORDS,
} from '#lib/words/en/safety.ts';
import { absentTables } from '#lib/words/en/tables.ts';
import { Problem } from '../../../problem/problem.tsx';
import { openChartInTime, stopOpening } from '../open-chart.ts';
import { ChartChangesNotice } from '../parts/chart-changes.tsx';
import { frameFacts } from '../parts/frame-facts.ts';
import { ScreenFrame } from '../parts/screen-frame.tsx';
import { StillReading, StoppedReading } from '../parts/still-reading.tsx';
import { CheckList } from './check-list.tsx';
import { OpioidHistory } from './opioid-history.tsx';
import { UnreadParts, Unseen } from './unseen.tsx';
import { VerdictBand } from './verdict-band.tsx';
import { WayOn } from './way-on.tsx';

interface Props {
  readonly params: Promise<{ readonly launch: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

/** Why the prescriber is back on this screen, from the address. */
function closedOf(asked: string | string[] | undefined): Closed | null {
  return typeof asked === 'string' && Object.hasOwn(SAFETY_WORDS.closed, asked) ? (asked as Closed) : null;
}

function draftToSee(opened: OpenChart): DraftToSee | null {
  if (standsByThisLaunch(opened)) return 'own';
  if (hasEarlierDraft(opened)) return 'earlier';
  return opened.doubt === null ? null : 'in-doubt';
}

/** Reads the chart afresh at every visit: a verdict is never older than the page. */
export default async function SafetyPage({ params, searchParams }: Props) {
  const { launch: launchId } = await params;
  const query = await searchParams;
  const { closed: asked, stop } = query;
  if (stop !== undefined) {
    const stopped = await stopOpening(launchId);
    if ('failed' in stopped) return <Problem failure={stopped} />;
    return <StoppedReading opening={stopped} launchId={launchId} />;
  }
  const opened = await openChartInTime(launchId, 'afresh');
  if ('failed' in opened) return <Problem failure={opened} />;
  const closed = closedOf(asked);
  if ('stillReading' in opened) {
    const again = closed === null ? '' : `?closed=${closed}`;
    return <StillReading opening={opened} step="safety" launchId={launchId} query={again} />;
  }
  // A launch whose patient has a draft of this app opens at that draft; whoever comes back here asked for Safety.
  const isEarlier = hasEarlierDraft(opened);
  if (Object.keys(query).length === 0 && isEarlier) redirect(`/chart/${launchId}/done`);
  if (asked === 'done' && (await hasStandingDraft(opened))) redirect(`/chart/${launchId}/done`);
  const { chart, judgement, launch, doubt } = opened;
  const facts = frameFacts(opened);
  audit({
    event: 'judgement',
    outcome: judgement.opioid.verdict,
    launch: launchId,
    issuer: launch.session.issuer,
    patient: judgement.patient,
    ms: opened.judgedInMs,
  });

  const { tables } = installedRecogniser();
  const draft = draftToSee(opened);
  const isBlocked = blockingFindings(judgement).length > 0;
  const isIncomplete = judgement.findings.some(({ rule }) => rule === 'R01');
  return (
    <ScreenFrame facts={facts} step="safety">
      <VerdictBand
        words={verdictWords(judgement)}
        beside={besideVerdict(closed, { isBlocked, isSentUnknown: doubt !== null })}
      />
      <p className="paper-only">{readOnPaper(facts.ehrName, opened.readAt, judgement.timeZone)}</p>
      <ChartChangesNotice changes={opened.changes} timeZone={opened.judgement.timeZone} />
      {isIncomplete ? (
        <UnreadParts
          judgement={judgement}
          ledger={chart.ledger}
          reference={readingReference(launchId, opened.readAt)}
        />
      ) : null}
      <WayOn judgement={judgement} facts={facts} draft={draft} />
      <OpioidHistory
        judgement={judgement}
        isIncomplete={isIncomplete}
        hasMedicines={chart.medications.length > 0}
      />
      <CheckList chart={chart} judgement={judgement} />
      <Unseen
        judgement={judgement}
        ledger={chart.ledger}
        tables={tablesAge(tables.manifest, judgement.asOf)}
        absentTables={absentTables(tables)}
      />
    </ScreenFrame>
  );
}
