/** What each server says it can do, remembered for a while: it changes by the month, and is asked at every launch. */
import { type CapabilitiesAnswer, readCapabilities } from './capabilities.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from './fhir-server.ts';

const HOUR = 3_600_000;
/** POLICY: no screen waits longer for what the server may only say again. */
const AGAIN_WITHIN_MS = 2_000;

export interface CapabilitiesCache {
  /** Reads /metadata, or remembers it. Requests made while one is under way share it. */
  of(server: FhirServer): Promise<CapabilitiesAnswer>;
  /** Reads /metadata where it is not known, for whoever asks later. Nobody waits for it, and its failure is nobody's. */
  ahead(server: FhirServer): Promise<void>;
  /**
   * As the server answers now, unless it was asked at or after `at` (epoch milliseconds): for what a screen is about to promise. Where it
   * does not answer soon, as remembered.
   */
  since(server: FhirServer, at: number): Promise<CapabilitiesAnswer>;
}

/** Remembers by FHIR base for `maxAgeMs`. A failure is never remembered. */
export function createCapabilitiesCache({ maxAgeMs = HOUR, now = Date.now } = {}): CapabilitiesCache {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<CapabilitiesAnswer> }>();
  const askedAhead = new Set<string>();

  const fresh = ({ base }: FhirServer) => {
    const found = known.get(base);
    return found !== undefined && now() < found.until ? found.answer : null;
  };

  return {
    of(server) {
      const found = fresh(server);
      if (found !== null) return found;
      const answer = read(server);
      const entry = { until: now() + maxAgeMs, answer };
      known.set(server.base, entry);
      const forgetFailure = (ended: CapabilitiesAnswer | null) => {
        if (ended?.kind !== 'capabilities' && known.get(server.base) === entry) known.delete(server.base);
      };
      answer.then(forgetFailure, () => forgetFailure(null));
      return answer;
    },
    async ahead(server) {
      const { base } = server;
      if (fresh(server) !== null || askedAhead.has(base)) return;
      askedAhead.add(base);
      const until = now() + maxAgeMs;
      const answer = read(server);
      await answer
        .then(({ kind }) => {
          if (kind === 'capabilities') known.set(base, { until, answer });
        })
        .catch(() => {});
      askedAhead.delete(base);
    },
    async since(server, at) {
      const { base } = server;
      const found = known.get(base);
      if (found !== undefined && found.until - maxAgeMs >= at) return found.answer;
      const until = now() + maxAgeMs;
      const answer = read(server, AGAIN_WITHIN_MS);
      const ended = await answer;
      if (ended.kind === 'unavailable') return fresh(server) ?? ended;
      if (ended.kind === 'capabilities') known.set(base, { until, answer });
      else known.delete(base);
      return ended;
    },
  };
}

async function read(server: FhirServer, timeoutMs?: number): Promise<CapabilitiesAnswer> {
  return readAnswer(await server.get('metadata', timeoutMs === undefined ? {} : { timeoutMs }));
}

function readAnswer(answer: FhirAnswer | FhirSilence): CapabilitiesAnswer {
  if (answer.kind === 'silence') return { kind: 'unavailable', why: answer.why };
  if (answer.status !== 200) return { kind: 'unavailable', why: `answered HTTP ${answer.status}` };
  return readCapabilities(answer.body);
}
