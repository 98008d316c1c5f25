/** One run at a time works in a folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';

/** @returns what takes the lock away again; null where a run that still goes on holds it. */
export function lockRun(folder: string): (() => void) | null {
  const file = path.join(folder, 'lock');
  const mine = `${hostname()} ${process.pid}`;
  for (const last of [false, true]) {
    try {
      writeFileSync(file, mine, { flag: 'wx', mode: 0o600 });
      return () => rmSync(file, { force: true });
    } catch {
      if (last || !isLeftBehind(file)) return null;
      rmSync(file, { force: true });
    }
  }
  return null;
}

/** Its process is of this machine, and is no more. Of another machine's nothing can be told. */
function isLeftBehind(file: string): boolean {
  try {
    const [host, pid] = readFileSync(file, 'utf8').split(' ');
    if (host !== hostname() || Number(pid) === process.pid) return host === hostname();
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code !== 'EPERM';
  }
}
