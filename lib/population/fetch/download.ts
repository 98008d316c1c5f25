/** One file of an export onto the disk: whole under its name, or not there. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExportFailed, type ExportServer } from './server.ts';

/** POLICY: of a file under way. */
const SILENT_AT_MOST_MS = 120_000;
const MOST_TRIES = 4;

/** @param withToken the manifest's `requiresAccessToken` @returns bytes */
export async function download(
  server: ExportServer,
  address: string,
  path: string,
  { withToken, stop }: { readonly withToken: boolean; readonly stop: AbortSignal },
): Promise<number> {
  const part = `${path}.part`;
  for (let tries = 1; ; tries += 1) {
    const answer = await server.ask(address, {
      headers: { accept: 'application/fhir+ndjson' },
      withToken,
    });
    if (answer.status !== 200) {
      await answer.body?.cancel();
      throw new ExportFailed(`file ${answer.status}`);
    }
    rmSync(part, { force: true });
    const fd = openSync(part, 'wx', 0o600);
    try {
      const bytes = await written(answer, fd, stop);
      fsyncSync(fd);
      renameSync(part, path);
      return bytes;
    } catch (error) {
      stop.throwIfAborted();
      if (tries >= MOST_TRIES || (error instanceof Error && 'syscall' in error && error.syscall === 'write'))
        throw error;
      await sleep(1_000 * tries, undefined, { signal: stop });
    } finally {
      closeSync(fd);
      rmSync(part, { force: true });
    }
  }
}

async function written({ body }: Response, fd: number, stop: AbortSignal): Promise<number> {
  const reader = body?.getReader();
  let bytes = 0;
  for (;;) {
    stop.throwIfAborted();
    const next = await inTime(reader?.read());
    if (next === undefined || next.done) return bytes;
    for (let done = 0; done < next.value.length; ) done += writeSync(fd, next.value, done);
    bytes += next.value.length;
  }
}

async function inTime<Value>(promise: Promise<Value> | undefined): Promise<Value | undefined> {
  if (promise === undefined) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ExportFailed('silent')), SILENT_AT_MOST_MS);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
