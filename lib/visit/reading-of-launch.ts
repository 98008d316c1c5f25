/** What a launch reads from its EHR, and keeps for the screens that follow. */
import { readChart } from '#lib/chart/read/read-chart.ts';
import type { CapabilitiesAnswer } from '#lib/fhir/capabilities.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import { nextPageSize } from '#lib/fhir/page-size.ts';
import { watchAccess } from '#lib/fhir/watch-access.ts';
import { launchFailure } from '#lib/launch/failure.ts';
import { serverCapabilities } from '#lib/launch/server-capabilities.ts';
import { SessionEnded } from '#lib/launch/session-ended.ts';
import { audit, msSince } from '#lib/operations/audit.ts';
import { readingReference } from '#lib/operations/reference.ts';
import { VERSION } from '#lib/settings/version.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { ReadingTools } from './chart-reading.ts';
import type { KeptChart } from './launch-work.ts';
import type { OpenLaunch } from './open-launch.ts';

export interface NewReading {
  readonly server: FhirServer;
  readonly capabilities: CapabilitiesAnswer;
  readonly now: KeptChart;
  /** What the screens showed before this reading. */
  readonly before: KeptChart | null;
}

/** The FHIR server of a launch and what it says it can do; the latter is kept for all launches of this process. */
export async function serverOf(
  { session, accessToken }: OpenLaunch,
  bounded = (server: FhirServer) => server,
) {
  const server = createFhirServer({ base: session.issuer, accessToken });
  return { server, capabilities: await serverCapabilities().of(bounded(server)) };
}

/** Reads the whole chart, and says so in the audit log. */
export async function readWhole(
  { session, site }: OpenLaunch,
  server: FhirServer,
  capabilities: CapabilitiesAnswer,
  onProgress?: ReadingTools['arrived'],
): Promise<KeptChart> {
  const { patientId, scopes } = session;
  const begun = performance.now();
  const chart = await readChart(server, {
    patientId,
    scopes,
    site,
    capabilities,
    today: clinicDay(Date.now(), site.timeZone ?? null),
    pageSize: nextPageSize(),
    onProgress,
  });
  const readAt = Date.now();
  const isWhole = chart.ledger.entries.every(({ state }) => state === 'complete' || state === 'unsupported');
  audit({
    event: 'read',
    outcome: isWhole ? 'complete' : 'incomplete',
    launch: session.id,
    issuer: session.issuer,
    patient: chart.patient.source,
    user: session.user?.reference ?? null,
    ms: msSince(begun),
    ids: { reference: readingReference(session.id, readAt) },
  });
  return { chart, readAt, by: VERSION };
}

/** Why access ended: what the EHR answers when the token is renewed, or else that it refused the request (HTTP 401). */
async function accessLost({ accessToken }: OpenLaunch): Promise<SessionEnded> {
  try {
    await accessToken();
    return new SessionEnded(launchFailure('ACCESS_LOST', 'the EHR let no request in (HTTP 401)'));
  } catch (error) {
    if (!(error instanceof SessionEnded)) throw error;
    const { code, detail } = error.failure;
    return code === 'SESSION_EXPIRED' || code === 'WRONG_PATIENT'
      ? error
      : new SessionEnded(launchFailure('ACCESS_LOST', detail));
  }
}

/**
 * Reads with the remembered capabilities of the server, while the server is asked for them again: the new ones decide what the screens
 * may promise.
 *
 * @throws SessionEnded when the EHR no longer lets the launch in; nothing is kept then.
 */
export async function readAndKeep(launch: OpenLaunch, tools: ReadingTools): Promise<NewReading> {
  const begun = Date.now();
  const { server, capabilities: remembered } = await serverOf(launch, tools.bounded);
  const bounded = tools.bounded(server);
  const watched = watchAccess(bounded);
  const [now, capabilities] = await Promise.all([
    readWhole(launch, watched, remembered, tools.arrived),
    serverCapabilities().since(bounded, begun),
  ]);
  if (watched.isAccessLost()) throw await accessLost(launch);
  if (!tools.isStopped()) await launch.saveWork({ chart: now });
  return { server, capabilities, now, before: launch.work.chart };
}
