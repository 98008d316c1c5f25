/** Opens one launch: session, chart and judgement together, or why not. Every screen and every action starts here. */
import type { Chart, ChartPatient } from '#lib/chart/chart.ts';
import type { ReadingProgress } from '#lib/chart/ledger.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { clockRefusal } from '#lib/launch/clock.ts';
import type { CookieReader } from '#lib/launch/cookies.ts';
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
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { type ReadingTools, readingInTime, stopReading, wholeReading } from './chart-reading.ts';
import { journalOf } from './journal-of-patient.ts';
import { chartLastRead, type OpenLaunch, openLaunch } from './open-launch.ts';
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
  /** A draft of which nobody knows whether, or where, it stands; null when there is none. */
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

/** Who asks, and when: the cookies of the request, and the clock (epoch milliseconds). */
export interface Asking {
  readonly cookies: CookieReader;
  readonly now: () => number;
}

/** `afresh` for a verdict and a write; `recent` lets a chart read at most 15 minutes ago stand. */
export type Freshness = 'afresh' | 'recent';

/** A launch whose chart is still being read: nothing is known yet. */
export interface OpeningChart {
  readonly stillReading: ReadingProgress;
  readonly ehrName: string;
  /** Of an earlier reading of this launch; null at the first. */
  readonly patient: ChartPatient | null;
  readonly today: CalendarDate;
}

/** Why a screen cannot be shown; where another patient is the reason, whose charts they are. */
export interface CannotOpen extends LaunchFailure {
  /** The user may say to be a prescriber, and go on. */
  readonly ask?: { readonly launchId: string; readonly formToken: string };
  readonly patients?: {
    readonly opened: ChartPatient | null;
    readonly named: ChartPatient | null;
    readonly today: CalendarDate;
  };
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

/** Names whose chart was open, and whom the EHR named instead where that is known. */
async function withPatients(
  failure: LaunchFailure,
  launchId: string,
  { cookies, now }: Asking,
  other?: Chart,
): Promise<CannotOpen> {
  if (failure.code !== 'WRONG_PATIENT') return failure;
  const read = await chartLastRead(launchId, cookies);
  return {
    ...failure,
    patients: {
      opened: read?.chart.patient ?? null,
      named: other?.patient ?? null,
      today: clinicDay(now(), null),
    },
  };
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
  const judgement = judge(launch, chart, today);
  const judgedInMs = msSince(begun);
  const writing = writingOf(launch, capabilities);
  const journal = await journalOf(session);
  const atOnce = asking.now();
  const doubt = draftDoubt(journal, chart, atOnce);
  const differences =
    before === null ? [] : differencesThatMatter(judge(launch, before.chart, today), judgement);
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

/** Judges a chart as of today at the clinic, for the preparation this launch has chosen. */
function judge({ site, work }: OpenLaunch, chart: Chart, now: number): Judgement {
  const timeZone = site.timeZone ?? null;
  return judgeSafety(chart, {
    asOf: clinicDay(now, timeZone),
    timeZone,
    recognise: installedRecogniser(site.jurisdiction ?? null).recognise,
    ...askedOf(work),
    jurisdiction: site.jurisdiction ?? null,
  });
}

/** A follow-up that was decided is judged as one, for the preparation it is to be supplied in. */
function askedOf({ followUp, regimenForm }: OpenLaunch['work']) {
  if (followUp != null) return { purpose: 'follow-up', preparation: followUp.preparation } as const;
  const isLiquid = regimenForm?.preparation === 'liquid';
  return { purpose: 'titration', preparation: isLiquid ? 'liquid' : 'capsules' } as const;
}

/** The second reading, just before a write. Not kept: where it differs, the next screen reads again and says so. */
export async function readAgain({ launch, server, capabilities }: OpenChart, now: () => number) {
  const { chart, readAt } = await readWhole(launch, server, capabilities);
  return { chart, readAt, judgement: judge(launch, chart, now()) };
}
