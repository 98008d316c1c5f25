/**
 * `npm run chaos`: hundreds of visits at once at a pretend EHR in which answers are lost, POSTs repeated, drafts refused after they were
 * saved, searches fail, lag or hide drafts, while app and EHR are killed and started again, buttons pressed twice and two users write for
 * one patient. Drives the built app over HTTP. Prints drafts a patient, wrong words and launches lost, and exits with 1 where any patient
 * has other than one draft, any page said what is not so, or any launch was lost.
 */

import { type Fleet, startFleet } from '../operations/servers/fleet.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { noRedis, startRedis } from '../store/redis-server.ts';
import { mishapOf } from './mishaps.ts';
import { type ChaosOptions, readOptions } from './options.ts';
import { Visit, type VisitReport } from './visit.ts';

const VISITS_A_KILL = 25;
const VISITS_AN_EHR_RESTART = 40;
const EHR_DOWN_MS = 400;
const SEARCHES = { shown: {}, slow: { searchLagMs: 2_000 }, hidden: { hideDrafts: true } } as const;

interface Run {
  readonly reports: { readonly mishap: string; readonly report: VisitReport }[];
  kills: number;
  restarts: number;
}

async function chaos(fleet: Fleet, { patients, seed, minutes, search, atOnce }: ChaosOptions): Promise<Run> {
  const { sandbox } = fleet;
  const wrong = sandbox.faults.replace(SEARCHES[search]);
  if (wrong !== null) throw new Error(wrong);
  const run: Run = { reports: [], kills: 0, restarts: 0 };
  const until = Date.now() + minutes * 60_000;
  let next = 0;
  let killing = Promise.resolve();
  const worker = async () => {
    while (next < patients && Date.now() < until) {
      const mishap = mishapOf(seed, next);
      next += 1;
      const report = await Visit.run(sandbox, mishap);
      run.reports.push({ mishap: mishap.name, report });
      const ended = run.reports.length;
      if (ended % VISITS_A_KILL === 0) killing = killing.then(() => killOne(fleet, run));
      if (ended % VISITS_AN_EHR_RESTART === 0) {
        run.restarts += 1;
        killing = killing.then(() => sandbox.restart(EHR_DOWN_MS));
      }
      if (ended % 100 === 0) console.error(`${ended} visits, ${run.kills} kills`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  await killing;
  return run;
}

async function killOne({ servers }: Fleet, run: Run): Promise<void> {
  const server = servers[run.kills % servers.length];
  run.kills += 1;
  await server?.kill();
  await server?.startAgain();
}

function tell({ reports, kills, restarts }: Run, { patients, store, search }: ChaosOptions, seconds: number) {
  const count = (drafts: number) => reports.filter(({ report }) => report.drafts === drafts).length;
  const [none, one] = [count(0), count(1)];
  const wrong = reports.flatMap(({ mishap, report }) => report.wrong.map((words) => `${mishap}: ${words}`));
  const lost = reports.flatMap(({ mishap, report }) =>
    report.lost === null ? [] : [`${mishap}: ${report.lost}`],
  );
  const byPerson = reports.filter(({ report }) => report.byPerson).length;
  const skipped = patients - reports.length;
  console.log(`${store}, search ${search}: ${reports.length} patients in ${seconds.toFixed(0)} s`);
  console.log(`kills of the app        ${kills}; restarts of the EHR ${restarts}`);
  console.log(`drafts a patient        1: ${one}; 0: ${none}; more: ${reports.length - one - none}`);
  console.log(`settled by a person     ${byPerson}`);
  console.log(`wrong words             ${wrong.length}`);
  for (const [words, times] of tally(wrong)) console.log(`                        ${times} x ${words}`);
  console.log(`launches lost           ${lost.length}`);
  for (const [why, times] of tally(lost)) console.log(`                        ${times} x ${why}`);
  if (skipped > 0) console.log(`not begun in time       ${skipped}`);
  return one === reports.length && wrong.length === 0 && lost.length === 0 && reports.length > 0;
}

function tally(lines: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}

const options = readOptions(process.argv.slice(2));
if (options.store === 'redis' && noRedis !== null) throw new Error(noRedis);
await buildApp();
const redis = options.store === 'redis' ? await startRedis() : null;
const fleet = await startFleet(redis === null ? 1 : 2, redis?.url ?? null);
try {
  const start = performance.now();
  const run = await chaos(fleet, options);
  process.exitCode = tell(run, options, (performance.now() - start) / 1000) ? 0 : 1;
} finally {
  await fleet.close();
  await redis?.stop();
}
