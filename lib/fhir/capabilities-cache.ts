/** What each server says it can do, remembered for a while: it changes by the month, and is asked at every launch. */
import { type CapabilitiesAnswer, readCapabilities } from './capabilities.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from './fhir-server.ts';

const HOUR = 3_600_000;

/**
 * Reads /metadata of a server, and remembers it by FHIR base for `maxAgeMs`. A failure is never remembered, and requests made
 * while one is under way share it.
 */
export function createCapabilitiesCache({
  maxAgeMs = HOUR,
  now = Date.now,
} = {}): (server: FhirServer) => Promise<CapabilitiesAnswer> {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<CapabilitiesAnswer> }>();
  return (server) => {
    const found = known.get(server.base);
    if (found !== undefined && now() < found.until) return found.answer;
    const answer = server.get('metadata').then(readAnswer);
    const entry = { until: now() + maxAgeMs, answer };
    known.set(server.base, entry);
    const forgetFailure = (read: CapabilitiesAnswer | null) => {
      if (read?.kind !== 'capabilities' && known.get(server.base) === entry) known.delete(server.base);
    };
    answer.then(forgetFailure, () => forgetFailure(null));
    return answer;
  };
}

function readAnswer(answer: FhirAnswer | FhirSilence): CapabilitiesAnswer {
  if (answer.kind === 'silence') return { kind: 'unavailable', why: answer.why };
  if (answer.status !== 200) return { kind: 'unavailable', why: `answered HTTP ${answer.status}` };
  return readCapabilities(answer.body);
}
