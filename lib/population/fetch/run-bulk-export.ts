/** Fetches an export into a folder: kicked off, waited for, its files one by one, and deleted at the server. What was fetched is not fetched again. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { readOwn, writeOwn } from '#lib/population/own-files.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { download } from './download.ts';
import { kickOff, typesToAsk } from './kick-off.ts';
import { FETCHED, type FileToFetch, localManifest } from './local-manifest.ts';
import { manifestsOf } from './manifests.ts';
import { type FetchOptions, readFetchOptions } from './options.ts';
import { ExportFailed, type ExportServer, openServer } from './server.ts';

const BAD_INPUT = 2;
const FAILED = 1;
const STOPPED = 130;
const AT_ONCE = 4;

/** Where a fetch that was stopped goes on. Its name begins with a dot: it is no part of the export. */
const STATE = '.bulk-export.json';

interface State {
  readonly issuer: string;
  readonly group: string | null;
  readonly status: string;
  readonly request: string;
}

interface Outside {
  readonly errors: Writable;
  /** Ctrl-C. */
  readonly stop: AbortSignal;
  readonly wait?: (ms: number) => Promise<void>;
}

/** @returns 0 fetched; 1 not fetched whole, and the same command goes on; 2 bad usage or settings; 130 stopped. */
export async function runBulkExport(args: readonly string[], outside: Outside): Promise<number> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const says = words.population.fetch;
  const say = (line: string) => void outside.errors.write(`${line}\n`);
  const options = readFetchOptions(words, args);
  if ('refused' in options) {
    say(options.refused);
    return BAD_INPUT;
  }
  try {
    const { files, outcomes } = await fetched(options, outside, (line) => say(line), words);
    say(says.done(files, options.out));
    if (outcomes > 0) say(says.outcomes(outcomes));
    return 0;
  } catch (error) {
    if (outside.stop.aborted) {
      say(says.stopped);
      return STOPPED;
    }
    say(says.failed(error instanceof ExportFailed ? error.message : faultOf(error)));
    return FAILED;
  }
}

interface Fetching {
  readonly server: ExportServer;
  readonly options: FetchOptions;
  readonly stop: AbortSignal;
  readonly say: (line: string) => void;
  readonly says: Words['population']['fetch'];
}

async function fetched(
  options: FetchOptions,
  { stop, wait }: Outside,
  say: (line: string) => void,
  words: Words,
) {
  const { issuer, out, clientId, key, hosts } = options;
  const says = words.population.fetch;
  const server = await openServer(issuer, { id: clientId, key, hosts, stop, wait });
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const fetching = { server, options, stop, say, says };
  const { state, parts } = await made(fetching);
  const { manifest, files } = localManifest(parts, state.request);
  await fetchFiles(fetching, files);
  writeOwn(path.join(out, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  const gone = await server.ask(state.status, { method: 'DELETE' }).catch(() => null);
  await gone?.body?.cancel();
  rmSync(path.join(out, STATE), { force: true });
  return { files: files.length, outcomes: files.filter(({ kind }) => kind === 'outcome').length };
}

/** The export as the server has made it; one that was begun before, while the server still knows it. */
async function made(
  fetching: Fetching,
): Promise<{ readonly state: State; readonly parts: readonly JsonObject[] }> {
  const { server, options, stop, say, says } = fetching;
  const waiting = { stop, told: (progress: string | null) => say(says.waiting(progress)) };
  const before = readOwn<State>(path.join(options.out, STATE));
  if (before !== null && before.issuer === server.issuer && before.group === options.group) {
    say(says.goesOn);
    const parts = await manifestsOf(server, before.status, waiting);
    if (parts !== null) return { state: before, parts };
    removeFetched(options.out);
  } else if (readdirSync(options.out).length > 0) throw new ExportFailed('folder');
  const state = await begun(fetching);
  say(says.kickedOff);
  const parts = await manifestsOf(server, state.status, waiting);
  if (parts === null) throw new ExportFailed('status 404');
  return { state, parts };
}

async function begun({ server, options: { group, out } }: Fetching): Promise<State> {
  const asked = await kickOff(server, { group, types: await typesToAsk(server) });
  const state = { issuer: server.issuer, group, ...asked };
  writeOwn(path.join(out, STATE), JSON.stringify(state));
  return state;
}

/** What came of an export that the server forgot is of another moment than what comes now. */
function removeFetched(out: string): void {
  for (const name of readdirSync(out)) if (FETCHED.test(name)) rmSync(path.join(out, name), { force: true });
}

async function fetchFiles(
  { server, options: { out }, stop, say, says }: Fetching,
  files: readonly FileToFetch[],
) {
  const waiting = [...files];
  let done = 0;
  const one = async () => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const place = path.join(out, file.name);
      if (!existsSync(place))
        await download(server, file.address, place, { withToken: file.withToken, stop });
      done += 1;
      say(says.file(done, files.length));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

function faultOf(error: unknown): string {
  return error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown';
}
