/** What a FHIR server says, or does not, in tests that stand in for one. */
import type { FhirAnswer, FhirSilence } from '#lib/fhir/fhir-server.ts';

export function answer(
  status: number,
  body: unknown = null,
  location: string | null = null,
  retryAfter: number | null = null,
): FhirAnswer {
  return { kind: 'answer', status, body, location, etag: null, retryAfter };
}

export function silence(why: FhirSilence['why'], status: number | null = null): FhirSilence {
  return { kind: 'silence', why, status };
}
