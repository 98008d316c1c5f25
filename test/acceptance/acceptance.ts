/**
 * `npm run acceptance`: launch to read-back against servers that nobody here wrote, each where it can be had. One line a server; a
 * server that cannot be had is skipped with the reason. Ends with 1 when one failed.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MedicationRequest } from '@medplum/fhirtypes';
import { draftsOf } from '../operations/journey.ts';
import { startFleet } from '../operations/servers/fleet.ts';
import { type AppProcess, startApp } from '../sandbox/app-process.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { demoEnvironment } from '../sandbox/demo-folder.ts';
import { freePort } from '../sandbox/free-port.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { noRedis, startRedis } from '../store/redis-server.ts';
import { startGuardedEhr } from './guarded-ehr.ts';
import { startHapiFhir } from './hapi-fhir.ts';
import { type Ehr, launchToReadBack } from './launch-to-read-back.ts';
import { startNginx } from './nginx.ts';
import { startNodeFhirServer } from './node-fhir-server.ts';
import { NotToBeHad, type OutsideFhirServer, ordersAt } from './outside-server.ts';

/** What is to be stopped, last started first. */
type Stops = (() => Promise<unknown>)[];
type Result = Awaited<ReturnType<typeof launchToReadBack>>;
type Run = (stops: Stops, folder: string) => Promise<Result>;

const LIMIT_MS = 600_000;

const SERVERS: readonly (readonly [name: string, run: Run])[] = [
  ['HAPI FHIR JPA 8.8.0 on H2', (stops, folder) => againstFhirServer(startHapiFhir, '/fhir', stops, folder)],
  [
    'node-fhir-server-core 2.2.5',
    (stops, folder) => againstFhirServer(startNodeFhirServer, '/4_0_1', stops, folder),
  ],
  ['nginx in front of the app', behindNginx],
  ['Redis under two servers of the app', overRedis],
];

async function againstFhirServer(
  start: (fhirBase: string, folder: string) => Promise<OutsideFhirServer>,
  path: string,
  stops: Stops,
  folder: string,
): Promise<Result> {
  const port = await freePort();
  const ehr = await startGuardedEhr(`http://127.0.0.1:${port}`, path);
  stops.push(() => ehr.close());
  const server = await start(ehr.fhirBase, folder);
  stops.push(() => server.stop());
  ehr.guard(server.base);
  const app = await appFor(ehr.fhirBase, port, port, folder);
  stops.push(() => app.stop());
  return launchToReadBack({
    launchUrl: (patient) => ehr.launchUrl(patient),
    take: async (bundle) => {
      await server.take(bundle);
      return bundle.entry?.find(({ resource }) => resource?.resourceType === 'Patient')?.resource?.id ?? '';
    },
    ordersOf: (patient) => ordersAt(server.base, patient),
  });
}

async function behindNginx(stops: Stops, folder: string): Promise<Result> {
  const [port, appPort] = [await freePort(), await freePort()];
  const sandbox = await startSandbox({ port: 0, appUrl: `http://127.0.0.1:${port}` });
  stops.push(() => sandbox.close());
  const app = await appFor(sandbox.fhirBase, port, appPort, folder);
  stops.push(() => app.stop());
  stops.push(await startNginx(port, [appPort], folder));
  return launchToReadBack(pretendEhr(sandbox));
}

async function overRedis(stops: Stops): Promise<Result> {
  if (noRedis !== null) throw new NotToBeHad(noRedis);
  const redis = await startRedis();
  stops.push(() => redis.stop());
  const fleet = await startFleet(2, redis.url);
  stops.push(() => fleet.close());
  return launchToReadBack(pretendEhr(fleet.sandbox));
}

const pretendEhr = (sandbox: Sandbox): Ehr => ({
  launchUrl: (patient) => sandbox.launchUrl(patient),
  take: (bundle) => sandbox.addPatient(bundle),
  ordersOf: async (patient) => draftsOf(sandbox, patient) as MedicationRequest[],
});

async function appFor(fhirBase: string, port: number, appPort: number, folder: string): Promise<AppProcess> {
  const environment = await demoEnvironment(join(folder, 'app'), fhirBase, `http://127.0.0.1:${port}`);
  return startApp(appPort, environment, join(folder, 'app.log'));
}

/** @returns whether it did not fail. */
async function tried(name: string, run: Run): Promise<boolean> {
  const started = performance.now();
  const line = (outcome: string) =>
    console.log(`${name.padEnd(36)} ${outcome}  (${((performance.now() - started) / 1000).toFixed(0)} s)`);
  const stops: Stops = [];
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-acceptance-'));
  try {
    line(`passed; read back: ${await run(stops, folder)}`);
    return true;
  } catch (thrown) {
    const isSkipped = thrown instanceof NotToBeHad;
    line(`${isSkipped ? 'skipped' : 'FAILED'}: ${(thrown as Error).message}`);
    return isSkipped;
  } finally {
    for (const stop of stops.toReversed()) await stop();
    await rm(folder, { recursive: true, force: true });
  }
}

setTimeout(() => {
  console.log(`FAILED: not through after ${LIMIT_MS / 60_000} minutes`);
  process.exit(1);
}, LIMIT_MS).unref();
await buildApp();
const only = process.argv.slice(2);
let isWell = true;
for (const [name, run] of SERVERS) {
  if (only.length > 0 && !only.some((word) => name.toLowerCase().includes(word.toLowerCase()))) continue;
  isWell = (await tried(name, run)) && isWell;
}
process.exitCode = isWell ? 0 : 1;
