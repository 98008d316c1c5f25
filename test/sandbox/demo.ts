/**
 * `npm run demo`: the app and the pretend EHR until Ctrl-C. PORT and EHR_PORT choose the ports.
 * `npm run dev` (`--dev`): the same with Next's development server, where an edit shows without a build.
 */
import { readFileSync } from 'node:fs';
import { inPlainWords } from './plain-words.ts';
import { startDemo } from './start-demo.ts';

const DEFAULT_PORT = 3000;
const DEFAULT_EHR_PORT = 4004;
const WATCH_MS = 1_000;

function portFrom(variable: 'PORT' | 'EHR_PORT', otherwise: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return otherwise;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  console.error(`${variable} is "${text}"; it must be a port number from 1 to 65535.`);
  process.exit(1);
}

/** npm and the shell it started us in. Killed outright they say nothing; then nobody is left who could stop us. */
function ancestors(): number[] {
  if (process.env.npm_lifecycle_event === undefined) return [];
  try {
    const [, grandparent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return [process.ppid, Number(grandparent)];
  } catch {
    return [process.ppid];
  }
}

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

const port = portFrom('PORT', DEFAULT_PORT);
const ehrPort = portFrom('EHR_PORT', DEFAULT_EHR_PORT);
if (port === ehrPort) {
  console.error(`PORT and EHR_PORT are both ${port}; the app and the pretend EHR need a port each.`);
  process.exit(1);
}

const watched = ancestors();
const stopping = new AbortController();
const starting = startDemo({
  port,
  ehrPort,
  isDevelopment: process.argv.includes('--dev'),
  signal: stopping.signal,
});

function stop(): void {
  if (stopping.signal.aborted) process.exit(1);
  stopping.abort();
  starting
    .then((demo) => demo.close())
    .catch(() => {})
    .finally(() => process.exit(0));
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
setInterval(() => {
  if (!stopping.signal.aborted && watched.some(isGone)) stop();
}, WATCH_MS).unref();

try {
  const { ehrUrl } = await starting;
  console.log('Patients you add and drafts that are written are gone when the demo ends.');
  console.log(`Ready: ${ehrUrl}`);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(inPlainWords(error as Error));
    process.exit(1);
  }
}
