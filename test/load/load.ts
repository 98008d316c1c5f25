/**
 * `npm run load`: launches at once, each through launch, verdict, plan and write, against the pretend EHR on this machine. Prints how
 * long each step took, errors, memory, and the drafts that stand in the EHR afterwards: exactly one a launch, or it exits with 1.
 * LAUNCHES and AT_ONCE choose how many.
 */
import { draftsOf, Journey, newPatient } from '../operations/journey.ts';
import { titleOf } from '../operations/paper-browser.ts';
import { type Fleet, startFleet } from '../operations/servers/fleet.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { percentile } from './percentile.ts';

const LAUNCHES = wholeNumber('LAUNCHES', 200);
const AT_ONCE = wholeNumber('AT_ONCE', 20);
const STEPS = ['launch to verdict', 'plan', 'review', 'write'] as const;
const MEGABYTE = 1024 * 1024;

const times = new Map<string, number[]>(STEPS.map((step) => [step, []]));
const errors: string[] = [];

async function timed<T>(step: (typeof STEPS)[number], act: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await act();
  times.get(step)?.push(performance.now() - start);
  return result;
}

async function oneLaunch({ sandbox }: Fleet, patient: string): Promise<void> {
  const journey = await timed('launch to verdict', () => Journey.launch(sandbox.launchUrl(patient)));
  await timed('plan', () => journey.screen('plan'));
  const review = await timed('review', () => journey.screen('review'));
  const done = await timed('write', () => journey.browser.press(review, 'write'));
  if (!done.url.endsWith('/done')) throw new Error(`the write ended at ${titleOf(done.html)}`);
}

async function inTurns(patients: readonly string[], act: (patient: string) => Promise<void>): Promise<void> {
  const waiting = [...patients];
  const worker = async () => {
    for (let patient = waiting.shift(); patient !== undefined; patient = waiting.shift()) {
      await act(patient).catch((error: Error) => errors.push(error.message));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function measure(fleet: Fleet): Promise<boolean> {
  const { sandbox, servers } = fleet;
  const memory = async () => ((await servers[0]?.metric('process_resident_memory_bytes')) ?? 0) / MEGABYTE;
  const patients: string[] = [];
  for (let number = 0; number < LAUNCHES; number += 1) patients.push(await newPatient(sandbox, 'v01'));
  // The first launch of a server reads its tables and discovers the EHR: not what a load is about.
  const first = await newPatient(sandbox, 'v01');
  await oneLaunch(fleet, first);
  for (const list of times.values()) list.length = 0;

  const before = await memory();
  const start = performance.now();
  await inTurns(patients, (patient) => oneLaunch(fleet, patient));
  const seconds = (performance.now() - start) / 1000;
  const after = await memory();

  console.log(
    `${LAUNCHES} launches, ${AT_ONCE} at once: ${seconds.toFixed(1)} s, app and pretend EHR on one machine\n`,
  );
  for (const [step, list] of times) {
    const [p50, p95] = [percentile(list, 50), percentile(list, 95)].map((ms) =>
      `${Math.round(ms)} ms`.padStart(9),
    );
    console.log(`${step.padEnd(18)} p50 ${p50}   p95 ${p95}`);
  }
  const drafts = patients.map((patient) => draftsOf(sandbox, patient).length);
  const wrong = drafts.filter((count) => count !== 1).length;
  console.log(`\nerrors             ${errors.length}`);
  for (const error of new Set(errors)) console.log(`                   ${error}`);
  console.log(`memory of the app  ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`);
  console.log(
    `drafts             ${drafts.reduce((sum, count) => sum + count, 0)}; launches with other than one: ${wrong}`,
  );
  return errors.length === 0 && wrong === 0;
}

function wholeNumber(variable: string, otherwise: number): number {
  const number = Number(process.env[variable] || otherwise);
  if (Number.isInteger(number) && number > 0 && number <= 1000) return number;
  console.error(`${variable} must be a whole number from 1 to 1000.`);
  process.exit(2);
}

await buildApp();
const fleet = await startFleet(1, null);
try {
  process.exitCode = (await measure(fleet)) ? 0 : 1;
} finally {
  await fleet.close();
}
