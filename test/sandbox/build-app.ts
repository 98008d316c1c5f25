/** Builds the app for the demo and the journeys, once for the same sources. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishBuild } from '../../build/finish-build.ts';

export const PROJECT = join(import.meta.dirname, '..', '..');
/** Next's command. */
export const NEXT = join(PROJECT, 'node_modules', 'next', 'dist', 'bin', 'next');
const DIST = process.env.NEXT_DIST_DIR || '.next';
export const STANDALONE = join(PROJECT, DIST, 'standalone');

/** All that the build reads. */
export const SOURCES = [
  'app',
  'build',
  'lib',
  'public',
  'LICENSE',
  'NOTICE',
  'docs/licences.md',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const STAMP = join(STANDALONE, 'built-from');

/**
 * Leaves a standalone server in `STANDALONE`, with its static files and public folder beside it. Does nothing when the last
 * build was of the same sources.
 * An aborted `signal` ends the build; `say` hears every few seconds how far it is.
 * @returns whether it had to build.
 * @throws Error with the end of the build's output when the build fails.
 */
export async function buildApp(signal?: AbortSignal, say?: (line: string) => void): Promise<boolean> {
  const sources = await fingerprint();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return false;
  await rm(STAMP, { force: true });
  await run([NEXT, 'build'], signal, say);
  finishBuild(PROJECT, DIST);
  await writeFile(STAMP, sources);
  return true;
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    for (const file of await filesIn(join(PROJECT, source))) {
      hash.update(`\0${file.slice(PROJECT.length)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOTDIR') return null;
      return ifMissing(error) ?? [];
    },
  );
  if (entries === null) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

const PROGRESS_MS = 5_000;

function run(
  command: readonly string[],
  signal: AbortSignal | undefined,
  say: (line: string) => void = () => {},
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: PROJECT,
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    let output = '';
    const begun = Date.now();
    const progress = setInterval(() => {
      const lastLine = output.trimEnd().split('\n').at(-1)?.trim() ?? '';
      say(`  ${Math.round((Date.now() - begun) / 1000)} s: ${lastLine}`);
    }, PROGRESS_MS);
    const ended = () => clearInterval(progress);
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', (error) => {
      ended();
      reject(error);
    });
    child.once('exit', (code) => {
      ended();
      if (code === 0) resolve();
      else reject(new Error(`The app could not be built:\n${output.slice(-20_000)}`));
    });
  });
}
