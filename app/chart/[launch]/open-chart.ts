/** Opens one launch for a screen: session, chart and judgement together, or why not. */
import { cookies } from 'next/headers';
import type { Chart } from '../../../lib/chart/chart.ts';
import { readChart } from '../../../lib/chart/read-chart.ts';
import { clinicDay, clockTime } from '../../../lib/display/dates.ts';
import { identityOf } from '../../../lib/display/identity.ts';
import type { CapabilitiesAnswer } from '../../../lib/fhir/capabilities.ts';
import { createCapabilitiesCache } from '../../../lib/fhir/capabilities-cache.ts';
import { createFhirServer } from '../../../lib/fhir/create-fhir-server.ts';
import type { FhirServer } from '../../../lib/fhir/fhir-server.ts';
import { audit } from '../../../lib/launch/audit.ts';
import { launchFailure } from '../../../lib/launch/failure.ts';
import { type OpenLaunch, openLaunch } from '../../../lib/launch/open-launch.ts';
import { processWide } from '../../../lib/launch/process-wide.ts';
import type { LaunchFailure } from '../../../lib/launch/session.ts';
import { SessionEnded } from '../../../lib/launch/session-ended.ts';
import { differencesThatMatter } from '../../../lib/order/compare-chart.ts';
import type { ChosenRung } from '../../../lib/order/write-ladder.ts';
import { judgeSafety } from '../../../lib/safety/judge-safety.ts';
import type { Judgement } from '../../../lib/safety/judgement.ts';
import { installedRecogniser } from '../../../lib/terminology/load-tables.ts';
import type { ChartChanges } from './chart-changes.tsx';
import type { FrameFacts } from './screen-frame.tsx';
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
  readonly writing: ChosenRung;
  /** What is different from the reading before; null when nothing that matters is. */
  readonly changes: ChartChanges | null;
  readonly facts: FrameFacts;
}

/** `afresh` for a verdict and a write; `recent` lets a chart read at most 15 minutes ago stand. */
export type Reading = 'afresh' | 'recent';

export async function openChart(launchId: string, reading: Reading): Promise<OpenChart | LaunchFailure> {
  const launch = await openLaunch(launchId, await cookies());
  if ('failed' in launch) return launch;
  try {
    return await chartOf(launch, reading);
  } catch (error) {
    if (error instanceof SessionEnded) return error.failure;
    throw error;
  }
}

/** The FHIR server of a launch and what it says it can do; the latter is kept for all launches of this process. */
async function serverOf({ session, accessToken }: OpenLaunch) {
  const server = createFhirServer({ base: session.issuer, accessToken });
  const cache = processWide('capabilities', () => ({ of: createCapabilitiesCache() }));
  return { server, capabilities: await cache.of(server) };
}

async function chartOf(launch: OpenLaunch, reading: Reading): Promise<OpenChart | LaunchFailure> {
  const { session, site, work } = launch;
  const { server, capabilities } = await serverOf(launch);
  const before = work.chart;
  const isRecent = before !== null && Date.now() - before.readAt < OLDEST_SNAPSHOT_MS;
  const now = reading === 'recent' && isRecent ? before : await readAndKeep(launch, server, capabilities);
  const { chart, readAt } = now;
  if (chart.patient.source !== `Patient/${session.patientId}`) {
    return launchFailure('WRONG_PATIENT', 'the EHR answered with another patient than the launched one');
  }

  const timeZone = site.timeZone ?? null;
  const judgement = judge(launch, chart);
  const writing = writingOf(launch, capabilities);
  const differences =
    before === null || before === now ? [] : differencesThatMatter(judge(launch, before.chart), judgement);
  return {
    launch,
    server,
    capabilities,
    chart,
    readAt,
    judgement,
    writing,
    changes:
      before === null || differences.length === 0
        ? null
        : { since: clockTime(before.readAt, timeZone), differences },
    facts: {
      launchId: session.id,
      identity: identityOf(chart.patient, judgement.asOf),
      ehrName: site.name,
      readAt: clockTime(readAt, timeZone),
      writing: writing.why,
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

async function read({ session, site }: OpenLaunch, server: FhirServer, capabilities: CapabilitiesAnswer) {
  const { patientId, scopes } = session;
  const chart = await readChart(server, { patientId, scopes, site, capabilities });
  const isWhole = chart.ledger.entries.every(({ state }) => state === 'complete' || state === 'unsupported');
  audit({
    event: 'read',
    outcome: isWhole ? 'complete' : 'incomplete',
    launch: session.id,
    issuer: session.issuer,
    patient: chart.patient.source,
    user: session.user?.reference ?? null,
  });
  return { chart, readAt: Date.now() };
}

async function readAndKeep(launch: OpenLaunch, server: FhirServer, capabilities: CapabilitiesAnswer) {
  const now = await read(launch, server, capabilities);
  await launch.saveWork({ chart: now });
  return now;
}

/** The second reading, just before a write. Not kept: where it differs, the next screen reads again and says so. */
export async function readAgain({ launch, server, capabilities }: OpenChart) {
  const { chart, readAt } = await read(launch, server, capabilities);
  return { chart, readAt, judgement: judge(launch, chart) };
}
