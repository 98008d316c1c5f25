/**
 * A reading of a chart that may outlast a request. The verdict is sent whole or not at all (docs/decisions/004), so a request
 * that would wait long answers with how far the reading has come, and the next one takes up the same reading.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadingProgress } from '#lib/chart/ledger.ts';
import type { ChartRequest } from '#lib/chart/read/read-chart.ts';
import type { FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { processWide } from '#lib/store/process-wide.ts';

/** POLICY: most verdicts come sooner, and a page about waiting in between would only be one page more. */
const ANSWER_AFTER_MS = 4_000;
/** POLICY: what has not been read by then is a gap that the verdict names. */
const LONGEST_READING_MS = 60_000;
/** POLICY: a finished reading that nobody came back for is not shown after this: it would be no fresh one. */
const KEPT_FOR_MS = 30_000;

interface ReadingUnderWay<Result> {
  readonly whole: Promise<Result>;
  readonly progress: ReadingProgress;
  stop(this: void): void;
  endedAt: number | null;
}

/** What a reading needs from this file: a bounded server, and somewhere to tell what has arrived. */
export interface ReadingTools {
  readonly bounded: (server: FhirServer) => FhirServer;
  readonly arrived: NonNullable<ChartRequest['onProgress']>;
  readonly isStopped: () => boolean;
}

function readings<Result>(): Map<string, ReadingUnderWay<Result>> {
  return processWide('chart-readings', () => new Map<string, ReadingUnderWay<Result>>());
}

/** Joins the reading of this launch that is under way, or begins one. */
function reading<Result>(
  launchId: string,
  read: (tools: ReadingTools) => Promise<Result>,
): ReadingUnderWay<Result> {
  const known = readings<Result>();
  const found = known.get(launchId);
  if (found && (found.endedAt === null || Date.now() - found.endedAt < KEPT_FOR_MS)) return found;

  const progress: ReadingProgress = {};
  const stop = new AbortController();
  const deadline = Date.now() + LONGEST_READING_MS;
  const timeLeft = () => (stop.signal.aborted ? 0 : deadline - Date.now());
  const begun: ReadingUnderWay<Result> = {
    progress,
    stop: () => stop.abort(),
    endedAt: null,
    whole: read({
      bounded: (server) => boundedServer(server, timeLeft),
      arrived: (part, state, rows) => {
        progress[part] = { state, rows };
      },
      isStopped: () => stop.signal.aborted,
    }),
  };
  const ended = () => {
    begun.endedAt = Date.now();
  };
  begun.whole.then(ended, ended);
  known.set(launchId, begun);
  forgetOld(known);
  return begun;
}

/** Reads end by themselves; those nobody fetched go when the next one begins. */
function forgetOld(known: Map<string, ReadingUnderWay<unknown>>): void {
  for (const [id, { endedAt }] of known) {
    if (endedAt !== null && Date.now() - endedAt >= KEPT_FOR_MS) known.delete(id);
  }
}

const OUT_OF_TIME: FhirSilence = { kind: 'silence', why: 'timed-out', status: null };

/** The server, silent once the time is up: whatever pages and retries there are, the whole has an end. */
function boundedServer(server: FhirServer, timeLeft: () => number): FhirServer {
  return {
    base: server.base,
    create: server.create,
    get: async (address, options) => {
      const left = timeLeft();
      if (left <= 0) return OUT_OF_TIME;
      const ended = new AbortController();
      const answer = server.get(address, options);
      const limit = pause(left, OUT_OF_TIME, { signal: ended.signal, ref: false });
      limit.catch(() => {});
      return Promise.race([answer, limit]).finally(() => ended.abort());
    },
  };
}

/** The reading's result, however long it takes. */
export async function wholeReading<Result>(
  launchId: string,
  read: (tools: ReadingTools) => Promise<Result>,
): Promise<Result> {
  const joined = reading(launchId, read);
  try {
    return await joined.whole;
  } finally {
    forget(launchId, joined);
  }
}

/** The reading's result, or after a while how far it has come. */
export async function readingInTime<Result>(
  launchId: string,
  read: (tools: ReadingTools) => Promise<Result>,
): Promise<Result | { readonly stillReading: ReadingProgress }> {
  const joined = reading(launchId, read);
  joined.whole.catch(() => {});
  const waited = new AbortController();
  const limit = pause(ANSWER_AFTER_MS, null, { signal: waited.signal });
  limit.catch(() => {});
  const first = await Promise.race([
    joined.whole.then(
      () => 'ended',
      () => 'ended',
    ),
    limit,
  ]);
  if (first === null) return { stillReading: joined.progress };
  waited.abort();
  forget(launchId, joined);
  return joined.whole;
}

/** Nothing more is asked of the EHR, and what was read is thrown away. */
export function stopReading(launchId: string): void {
  const found = readings().get(launchId);
  if (found === undefined) return;
  found.stop();
  found.whole.catch(() => {});
  forget(launchId, found);
}

function forget(launchId: string, ended: ReadingUnderWay<unknown>): void {
  if (readings().get(launchId) === ended) readings().delete(launchId);
}
