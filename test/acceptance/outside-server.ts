/** What every server in these tests that nobody here wrote has in common. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';

/** It cannot be had on this machine: no failure of the app, and said as that. */
export class NotToBeHad extends Error {}

export interface OutsideFhirServer {
  /** Its address on this machine. */
  readonly base: string;
  /** Puts a whole chart in, ids as they are. */
  take(bundle: Bundle): Promise<void>;
  stop(): Promise<void>;
}

const START_LIMIT_MS = 240_000;
const STEP_MS = 300;

export function has(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: 'ignore' }).status === 0;
}

/** Runs a command that fetches or builds; where it fails or takes too long, the server is not to be had. */
export async function prepare(
  command: string,
  arguments_: readonly string[],
  cwd: string,
  limitMs: number,
): Promise<void> {
  const child = spawn(command, arguments_, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  ended.catch(() => {});
  const [code] = await Promise.race([ended, sleep(limitMs, ['late'] as const, { ref: false })]);
  if (code === 0) return;
  child.kill();
  const why = said.split('\n').find((line) => /ERROR|ERR!/.test(line)) ?? `${command} ended with ${code}`;
  throw new NotToBeHad(
    code === 'late' ? `${command} took more than ${limitMs / 60_000} minutes` : why.trim(),
  );
}

/**
 * Starts a server process and waits until the address answers 200. It ends with its standard input, also when this process dies.
 * @throws Error with the end of what it said.
 */
export async function startProcess(
  command: string,
  arguments_: readonly string[],
  answersAt: string,
): Promise<() => Promise<void>> {
  const child = spawn(command, arguments_, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(answersAt))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child);
      throw new Error(`${command} did not start:\n${said}`);
    }
    await sleep(STEP_MS);
  }
  return () => end(child);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  child.kill();
  await gone;
}

async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

/** Every naltrexone order the server itself holds for a patient, asked behind the guard's back. */
export async function ordersAt(base: string, patient: string): Promise<readonly MedicationRequest[]> {
  const answer = await fetch(`${base}/MedicationRequest?patient=${patient}&_count=500`, {
    headers: { accept: 'application/fhir+json', 'cache-control': 'no-cache' },
  });
  if (!answer.ok) throw new Error(`the server itself answered ${answer.status}: ${await answer.text()}`);
  const { entry = [] } = (await answer.json()) as Bundle<MedicationRequest>;
  return entry.flatMap(({ resource }) =>
    resource && /naltrexone/i.test(JSON.stringify(resource)) ? [resource] : [],
  );
}
