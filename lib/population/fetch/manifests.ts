/** Waits until the export is made, and gathers all parts of its manifest. @see Bulk Data Access 3.0.0, "Bulk Data Status Request" */
import { setTimeout as sleep } from 'node:timers/promises';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';
import { retryAfterMs } from './retry-after.ts';
import { ExportFailed, type ExportServer } from './server.ts';

/** POLICY: where the server does not say when to come again. */
const LOOK_EVERY_MS = 10_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** More parts than any export has: links in a circle. */
const MOST_PARTS = 10_000;

interface Waiting {
  readonly stop: AbortSignal;
  /** What the server says of how far it is. */
  readonly told: (progress: string | null) => void;
}

/** @returns null where the server no longer knows the export. @throws ExportFailed */
export async function manifestsOf(
  server: ExportServer,
  status: string,
  waiting: Waiting,
): Promise<readonly JsonObject[] | null> {
  const parts: JsonObject[] = [];
  const seen = new Set<string>();
  for (let address: string | null = status; address !== null; ) {
    if (seen.has(address) || seen.size > MOST_PARTS) throw new ExportFailed('manifest circle');
    seen.add(address);
    const part = await partAt(server, address, waiting);
    if (part === null) return null;
    parts.push(part);
    const [next] = nextLinks(part);
    address = typeof next === 'string' ? new URL(next, address).href : null;
  }
  return parts;
}

async function partAt(
  server: ExportServer,
  address: string,
  { stop, told }: Waiting,
): Promise<JsonObject | null> {
  for (;;) {
    const answer = await server.ask(address, { headers: { accept: 'application/json' } });
    if (answer.status === 202) {
      told(answer.headers.get('x-progress'));
      await answer.body?.cancel();
      const asked = retryAfterMs(answer.headers.get('retry-after'), Date.now());
      await sleep(Math.min(asked ?? LOOK_EVERY_MS, LONGEST_WAIT_MS), undefined, { signal: stop });
      continue;
    }
    if (answer.status === 404 || answer.status === 410) {
      await answer.body?.cancel();
      return null;
    }
    const json: unknown = answer.status === 200 ? await answer.json().catch(() => null) : null;
    if (!isObject(json)) throw new ExportFailed(`status ${answer.status}`);
    return json;
  }
}
