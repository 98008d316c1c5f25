/** The app's server as a child process: the built one, or Next's development server. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { NEXT, PROJECT, STANDALONE } from './build-app.ts';

export interface AppProcess {
  /** SIGTERM and, after five seconds, SIGKILL; resolves when it is gone. */
  stop(): Promise<void>;
  /** SIGKILL at once: what a crash looks like. */
  kill(): Promise<void>;
}

const COMPILE_CACHE = join(STANDALONE, 'compile-cache');
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

interface StartOptions {
  readonly signal?: AbortSignal;
  readonly isDevelopment?: boolean;
  /** Folder of the build. */
  readonly standalone?: string;
}

/**
 * Starts the server on 127.0.0.1; in development an edit of a source shows at the next load, without a build. Waits until it answers. What it writes goes to `logFile`.
 * @throws Error with the end of the log when it ends or does not answer within a minute.
 */
export async function startApp(
  port: number,
  environment: Record<string, string>,
  logFile: string,
  { signal, isDevelopment = false, standalone = STANDALONE }: StartOptions = {},
): Promise<AppProcess> {
  const log = openSync(logFile, 'a', 0o600);
  const preload = pathToFileURL(join(import.meta.dirname, 'exit-with-parent.ts')).href;
  const child = spawn(
    process.execPath,
    isDevelopment
      ? ['--import', preload, NEXT, 'dev', '--hostname', '127.0.0.1', '--port', String(port)]
      : [...startFlags(), '--import', preload, join(standalone, 'server.js')],
    {
      cwd: PROJECT,
      env: {
        ...process.env,
        NODE_ENV: isDevelopment ? 'development' : 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        // A third of what a start costs; exit-with-parent.ts writes it out.
        ...(!isDevelopment && { NODE_COMPILE_CACHE: COMPILE_CACHE }),
        HOSTNAME: '127.0.0.1',
        PORT: String(port),
        ...environment,
      },
      stdio: ['ignore', log, log, 'ipc'],
    },
  );
  const app: AppProcess = { stop: () => end(child, 'SIGTERM'), kill: () => end(child, 'SIGKILL') };
  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(`http://127.0.0.1:${port}/health`))) {
    if (child.exitCode !== null || child.signalCode !== null || signal?.aborted || Date.now() > deadline) {
      await app.kill();
      throw new Error(
        `The app did not start. The end of ${logFile}:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`,
      );
    }
    await sleep(100);
  }
  return app;
}

/** What `npm start` tells Node, between its name (after `exec`) and the server's file. */
export function startFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8'));
  return String(scripts.start).split(' ').slice(2, -1);
}

/** /health is 200 when the settings can be read and the session store written. */
async function answers(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' }).catch(
    () => null,
  );
  await answer?.body?.cancel();
  return answer?.ok ?? false;
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const stopped = await Promise.race([gone.then(() => true), sleep(STOP_LIMIT_MS, false, { ref: false })]);
  if (stopped) return;
  child.kill('SIGKILL');
  await gone;
}
