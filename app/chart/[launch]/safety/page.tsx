import { redirect } from 'next/navigation';
import { audit } from '#lib/operations/audit.ts';
import { readingReference } from '#lib/operations/reference.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { tablesAge } from '#lib/terminology/tables-age.ts';
import { hasTreatment, isFollowUp } from '#lib/visit/follow-up-of-launch.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { hasEarlierDraft, hasStandingDraft, standsByThisLaunch } from '#lib/visit/own-orders.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import type { Closed, DraftToSee } from '#lib/words/shapes.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
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
function closedOf(words: Words, asked: string | string[] | undefined): Closed | null {
  return typeof asked === 'string' && Object.hasOwn(words.safety.closed, asked) ? (asked as Closed) : null;
}

function draftToSee(opened: OpenChart): DraftToSee | null {
  if (standsByThisLaunch(opened)) return 'own';
  if (hasEarlierDraft(opened)) return 'earlier';
  return opened.doubt === null ? null : 'in-doubt';
}

/** Reads the chart afresh at every visit: a verdict is never older than the page. */
export default async function SafetyPage({ params, searchParams }: Props) {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { launch: launchId } = await params;
  const query = await searchParams;
  const { closed: asked, stop, from } = query;
  if (stop !== undefined) {
    const stopped = await stopOpening(launchId);
    if ('failed' in stopped) return <Problem words={words} failure={stopped} />;
    return <StoppedReading words={words} opening={stopped} launchId={launchId} />;
  }
  const opened = await openChartInTime(launchId, 'afresh');
  if ('failed' in opened) return <Problem words={words} failure={opened} />;
  const closed = closedOf(words, asked);
  if ('stillReading' in opened) {
    const again = closed !== null ? `?closed=${closed}` : from === 'card' ? '?from=card' : '';
    return <StillReading words={words} opening={opened} step="safety" launchId={launchId} query={again} />;
  }
  // A launch whose patient has a draft of this app opens at that draft; whoever comes back here asked for Safety.
  if (Object.keys(query).length === 0 && isFollowUp(opened)) redirect(`/chart/${launchId}/follow-up`);
  const isEarlier = hasEarlierDraft(opened);
  if (Object.keys(query).length === 0 && isEarlier) redirect(`/chart/${launchId}/done`);
  if (asked === 'done' && (await hasStandingDraft(opened))) redirect(`/chart/${launchId}/done`);
  const { chart, judgement, launch, doubt } = opened;
  const facts = frameFacts(words, opened);
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
    <ScreenFrame words={words} facts={facts} step="safety">
      <VerdictBand
        words={words}
        verdict={words.judgement.verdictWords(judgement)}
        beside={words.safety.besideVerdict(closed, { isBlocked, isSentUnknown: doubt !== null })}
      />
      <p className="paper-only">
        {words.safety.readOnPaper(facts.ehrName, opened.readAt, judgement.timeZone)}
      </p>
      <ChartChangesNotice words={words} changes={opened.changes} timeZone={opened.judgement.timeZone} />
      {isIncomplete ? (
        <UnreadParts
          words={words}
          judgement={judgement}
          ledger={chart.ledger}
          reference={readingReference(launchId, opened.readAt)}
        />
      ) : null}
      <WayOn
        words={words}
        judgement={judgement}
        facts={facts}
        draft={draft}
        hasTreatment={hasTreatment(opened)}
      />
      <OpioidHistory
        words={words}
        judgement={judgement}
        isIncomplete={isIncomplete}
        hasMedicines={!judgement.findings.some(({ code }) => code === 'no-medication-orders')}
      />
      <CheckList words={words} chart={chart} judgement={judgement} />
      <Unseen
        words={words}
        judgement={judgement}
        ledger={chart.ledger}
        tables={tablesAge(tables.manifest, judgement.asOf)}
        absentTables={words.tables.absentTables(tables)}
      />
    </ScreenFrame>
  );
}
