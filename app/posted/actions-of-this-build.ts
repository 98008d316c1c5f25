/** The names of this build's actions, which `build/finish-build.ts` leaves beside the server. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

let names: ReadonlySet<string> | null = null;

/** True for every name where no list was made: a server for development makes its actions as they are asked for. */
export function isActionOfThisBuild(name: string): boolean {
  if (process.env.NODE_ENV !== 'production') return true;
  names ??= new Set(
    JSON.parse(readFileSync(join(process.cwd(), 'server-actions.json'), 'utf8')) as readonly string[],
  );
  return names.has(name);
}
