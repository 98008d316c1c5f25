/** Opens one launch: session, chart and judgement together, or why not. Every screen and every action starts here. */
import type { Chart, ChartPatient } from '#lib/chart/chart.ts';
import type { ReadingProgress } from '#lib/chart/ledger.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { clockRefusal } from '#lib/launch/clock.ts';
import { failureOf, launchFailure } from '#lib/launch/failure.ts';
import type { LaunchFailure } from '#lib/launch/session.ts';
import { SessionEnded } from '#lib/launch/session-ended.ts';
import { msSince } from '#lib/operations/audit.ts';
import { type ChartDifference, differencesThatMatter } from '#lib/order/write/compare-chart.ts';
import {
  type ClosedByHand,
  closedByHand,
  type DraftDoubt,
  draftDoubt,
  type JournalRead,
} from '#lib/order/write/draft-doubt.ts';
import type { ChosenRung } from '#lib/order/write/write-ladder.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { Asking, Freshness } from './asking.ts';
import { type CannotOpen, withPatients } from './cannot-open.ts';
import { type ReadingTools, readingInTime, stopReading, wholeReading } from './chart-reading.ts';
import { journalOf } from './journal-of-patient.ts';
import { judgeChart } from './judge-chart.ts';
import { type OpenLaunch, openLaunch } from './open-launch.ts';
import { type NewReading, readAndKeep, readWhole, serverOf } from './reading-of-launch.ts';
import { writingOf } from './writing-of.ts';

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
  /** A draft that may stand somewhere, and nobody knows whether or where; null when there is none. */
  readonly doubt: DraftDoubt | null;
  /** Why the order to enter by hand is closed, as text and as a file; null when it may be given out. */
  readonly closedByHand: ClosedByHand | null;
  /** What is different from the reading before; null when nothing that matters is. */
  readonly changes: ChartChanges | null;
}

/** What differs between two readings; `since` is when the earlier one was read, epoch milliseconds. */
export interface ChartChanges {
  readonly since: number;
  readonly differences: readonly ChartDifference[];
}

/** A launch whose chart is still being read: nothing is known yet. */
export interface OpeningChart {
  readonly stillReading: ReadingProgress;
  readonly ehrName: string;
  /** As an earlier reading of this launch had it; null at the first. */
  readonly patient: ChartPatient | null;
  readonly today: CalendarDate;
}

/** The chart, however long its reading takes. */
export async function openChart(
  launchId: string,
  freshness: Freshness,
  asking: Asking,
): Promise<OpenChart | CannotOpen> {
  const opened = await open(launchId, freshness, asking, wholeReading);
  if ('stillReading' in opened) throw new Error('a whole reading is not still being read');
  return opened;
}

/** The chart, or after a few seconds how far its reading has come; the next call goes on waiting for the same reading. */
export function openChartInTime(
  launchId: string,
  freshness: Freshness,
  asking: Asking,
): Promise<OpenChart | CannotOpen | OpeningChart> {
  return open(launchId, freshness, asking, readingInTime);
}

/** Ends the reading of a launch that is open in this browser. */
export async function stopOpening(
  launchId: string,
  { cookies, now }: Asking,
): Promise<OpeningChart | LaunchFailure> {
  const launch = await openLaunch(launchId, cookies);
  if ('failed' in launch) return launch;
  stopReading(launchId);
  return openingChart(launch, {}, now());
}

type Wait = (
  launchId: string,
  read: (tools: ReadingTools) => Promise<NewReading>,
) => Promise<NewReading | { readonly stillReading: ReadingProgress }>;

async function open(launchId: string, freshness: Freshness, asking: Asking, wait: Wait) {
  const launch = await openLaunch(launchId, asking.cookies);
  if ('failed' in launch) return withPatients(launch, launchId, asking);
  const { session, work } = launch;
  if (session.role === 'unknown' && work.saidPrescriber === null) {
    const failure = launchFailure(
      'USER_NOT_NAMED',
      'neither an id_token nor the token answer says who the user is',
    );
    return { ...failure, ask: { launchId, formToken: session.formToken } };
  }
  try {
    const kept = launch.work.chart;
    const isRecent = kept !== null && asking.now() - kept.readAt < OLDEST_SNAPSHOT_MS;
    const read =
      freshness === 'recent' && isRecent
        ? { ...(await serverOf(launch)), now: kept, before: null }
        : await wait(launchId, (tools) => readAndKeep(launch, tools));
    if ('stillReading' in read) return openingChart(launch, read.stillReading, asking.now());
    const clock = clockRefusal(session.issuer);
    if (clock !== null) return clock;
    return await chartOf(launch, read, asking);
  } catch (error) {
    if (error instanceof SessionEnded) return withPatients(error.failure, launchId, asking);
    return failureOf(error);
  }
}

function openingChart(launch: OpenLaunch, stillReading: ReadingProgress, now: number): OpeningChart {
  const { site, work } = launch;
  return {
    stillReading,
    ehrName: site.name,
    patient: work.chart?.chart.patient ?? null,
    today: clinicDay(now, site.timeZone ?? null),
  };
}

async function chartOf(
  launch: OpenLaunch,
  { server, capabilities, now, before }: NewReading,
  asking: Asking,
): Promise<OpenChart | CannotOpen> {
  const { session } = launch;
  const { chart, readAt } = now;
  if (chart.patient.source !== `Patient/${session.patientId}`) {
    const failure = launchFailure(
      'WRONG_PATIENT',
      'the EHR answered with another patient than the launched one',
    );
    return withPatients(failure, session.id, asking, chart);
  }

  const today = asking.now();
  const begun = performance.now();
  const judgement = judgeChart(launch, chart, today);
  const judgedInMs = msSince(begun);
  const writing = writingOf(launch, capabilities);
  const journal = await journalOf(session);
  const atOnce = asking.now();
  const doubt = draftDoubt(journal, chart, atOnce);
  const differences =
    before === null ? [] : differencesThatMatter(judgeChart(launch, before.chart, today), judgement);
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
    closedByHand: closedByHand(journal, doubt, atOnce),
    changes: before === null || differences.length === 0 ? null : { since: before.readAt, differences },
  };
}

/** The second reading, just before a write. Not kept: where it differs, the next screen reads again and says so. */
export async function readAgain({ launch, server, capabilities }: OpenChart, now: () => number) {
  const { chart, readAt } = await readWhole(launch, server, capabilities);
  return { chart, readAt, judgement: judgeChart(launch, chart, now()) };
}
