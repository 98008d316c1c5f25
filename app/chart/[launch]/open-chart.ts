/** Opens one launch for a screen: session, chart and judgement together, or why not. */
import { cookies } from 'next/headers';
import type { Chart } from '#lib/chart/chart.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { launchFailure } from '#lib/launch/failure.ts';
import { keptLaunch, type OpenLaunch, openLaunch } from '#lib/launch/open-launch.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import { SessionEnded } from '#lib/launch/session-ended.ts';
import { msSince } from '#lib/operations/audit.ts';
import { differencesThatMatter } from '#lib/order/write/compare-chart.ts';
import { type DraftDoubt, draftDoubt, type JournalRead } from '#lib/order/write/draft-doubt.ts';
import type { ChosenRung } from '#lib/order/write/write-ladder.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { clinicDay, clockTime } from '#lib/words/en/dates.ts';
import { type Identity, identityOf } from '#lib/words/en/identity.ts';
import type { ReadingProgress } from '#lib/words/en/reading.ts';
import { type ReadingTools, readingInTime, stopReading, wholeReading } from './chart-reading.ts';
import { journalOf } from './journal-of-patient.ts';
import type { ChartChanges } from './parts/chart-changes.tsx';
import type { FrameFacts } from './parts/screen-frame.tsx';
import { type NewReading, readAndKeep, readWhole, serverOf } from './reading-of-launch.ts';
import { writingOf, writingWords } from './writing-of.ts';

/** POLICY: how long a chart read for the screens may stand before it is read again. */
const OLDEST_SNAPSHOT_MS = 15 * 60_000;

export interface OpenChart {
  readonly launch: OpenLaunch;
  readonly server: FhirServer;
  readonly capabilities: CapabilitiesAnswer;
  readonly chart: Chart;
  readonly readAt: number;
  readonly judgement: Judgement;
  /** For the audit log and its durations; `openedAt` by `performance.now()`. */
  readonly judgedInMs: number;
  readonly openedAt: number;
  readonly writing: ChosenRung;
  /** What was sent for this patient, by whatever launch. */
  readonly journal: JournalRead | null;
  /** A draft of which nobody knows whether, or where, it stands; null when there is none. */
  readonly doubt: DraftDoubt | null;
  /** What is different from the reading before; null when nothing that matters is. */
  readonly changes: ChartChanges | null;
  readonly facts: FrameFacts;
}

/** `afresh` for a verdict and a write; `recent` lets a chart read at most 15 minutes ago stand. */
export type Reading = 'afresh' | 'recent';

/** A launch whose chart is still being read: nothing is known yet. */
export interface OpeningChart {
  readonly stillReading: ReadingProgress;
  readonly ehrName: string;
  /** Of an earlier reading of this launch; null at the first. */
  readonly identity: Identity | null;
}

/** Why a screen cannot be shown; where another patient is the reason, whose charts they are. */
export interface CannotOpen extends LaunchFailure {
  readonly patients?: { readonly opened: Identity | null; readonly named: Identity | null };
}

/** The chart, however long its reading takes. */
export async function openChart(launchId: string, reading: Reading): Promise<OpenChart | CannotOpen> {
  const opened = await open(launchId, reading, wholeReading);
  if ('stillReading' in opened) throw new Error('a whole reading is not still being read');
  return opened;
}

/** The chart, or after a few seconds how far its reading has come; the next call goes on waiting for the same reading. */
export function openChartInTime(
  launchId: string,
  reading: Reading,
): Promise<OpenChart | CannotOpen | OpeningChart> {
  return open(launchId, reading, readingInTime);
}

/** Ends the reading of a launch that is open in this browser. */
export async function stopOpening(launchId: string): Promise<OpeningChart | LaunchFailure> {
  const launch = await openLaunch(launchId, await cookies());
  if ('failed' in launch) return launch;
  stopReading(launchId);
  return openingChart(launch, {});
}

type Wait = (
  launchId: string,
  read: (tools: ReadingTools) => Promise<NewReading>,
) => Promise<NewReading | { readonly stillReading: ReadingProgress }>;

async function open(launchId: string, reading: Reading, wait: Wait) {
  const launch = await openLaunch(launchId, await cookies());
  if ('failed' in launch) return withPatients(launch, launchId);
  try {
    const kept = launch.work.chart;
    const isRecent = kept !== null && Date.now() - kept.readAt < OLDEST_SNAPSHOT_MS;
    const read =
      reading === 'recent' && isRecent
        ? { ...(await serverOf(launch)), now: kept, before: null }
        : await wait(launchId, (tools) => readAndKeep(launch, tools));
    if ('stillReading' in read) return openingChart(launch, read.stillReading);
    return await chartOf(launch, read);
  } catch (error) {
    if (error instanceof SessionEnded) return withPatients(error.failure, launchId);
    throw error;
  }
}

/** Names whose chart was open, and whom the EHR named instead where that is known. */
async function withPatients(failure: LaunchFailure, launchId: string, other?: Chart): Promise<CannotOpen> {
  if (failure.code !== 'WRONG_PATIENT') return failure;
  const today = clinicDay(Date.now(), null);
  const read = (await keptLaunch(launchId, await cookies()))?.work.chart;
  const nameOf = (chart: Chart | undefined) =>
    chart === undefined ? null : identityOf(chart.patient, today);
  return { ...failure, patients: { opened: nameOf(read?.chart), named: nameOf(other) } };
}

function openingChart(launch: OpenLaunch, stillReading: ReadingProgress): OpeningChart {
  const { site, work } = launch;
  const today = clinicDay(Date.now(), site.timeZone ?? null);
  return {
    stillReading,
    ehrName: site.name,
    identity: work.chart === null ? null : identityOf(work.chart.chart.patient, today),
  };
}

async function chartOf(
  launch: OpenLaunch,
  { server, capabilities, now, before }: NewReading,
): Promise<OpenChart | CannotOpen> {
  const { session, site } = launch;
  const { chart, readAt } = now;
  if (chart.patient.source !== `Patient/${session.patientId}`) {
    const why = 'the EHR answered with another patient than the launched one';
    return withPatients(launchFailure('WRONG_PATIENT', why), session.id, chart);
  }

  const timeZone = site.timeZone ?? null;
  const begun = performance.now();
  const judgement = judge(launch, chart);
  const judgedInMs = msSince(begun);
  const writing = writingOf(launch, capabilities);
  const journal = await journalOf(session);
  const doubt = draftDoubt(journal, chart, Date.now());
  const differences = before === null ? [] : differencesThatMatter(judge(launch, before.chart), judgement);
  return {
    launch,
    server,
    capabilities,
    chart,
    readAt,
    judgement,
    judgedInMs,
    openedAt: begun,
    writing,
    journal,
    doubt,
    changes:
      before === null || differences.length === 0
        ? null
        : { since: clockTime(before.readAt, timeZone), differences },
    facts: {
      launchId: session.id,
      identity: identityOf(chart.patient, judgement.asOf),
      ehrName: site.name,
      readAt: clockTime(readAt, timeZone),
      writing: writingWords(writing, judgement, doubt),
    },
  };
}

/** Judges a chart as of today at the clinic, for the preparation this launch has chosen. */
function judge({ site, work }: OpenLaunch, chart: Chart): Judgement {
  const timeZone = site.timeZone ?? null;
  return judgeSafety(chart, {
    asOf: clinicDay(Date.now(), timeZone),
    timeZone,
    recognise: installedRecogniser().recognise,
    preparation: work.regimenForm?.preparation === 'liquid' ? 'liquid' : 'capsules',
  });
}

/** The second reading, just before a write. Not kept: where it differs, the next screen reads again and says so. */
export async function readAgain({ launch, server, capabilities }: OpenChart) {
  const { chart, readAt } = await readWhole(launch, server, capabilities);
  return { chart, readAt, judgement: judge(launch, chart) };
}
