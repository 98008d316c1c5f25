/** Reads what the EHR made of the drafts, by address. */

import { type FhirServer, type FhirSilence, resourceOf } from '#lib/fhir/fhir-server.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';

/** Why the draft at an address was not read. */
export type UnreadWhy =
  | { readonly code: 'no-address' | 'another-resource' }
  | { readonly code: 'no-answer'; readonly silence: FhirSilence['why'] }
  | { readonly code: 'http'; readonly status: number };

export interface StoredDraft {
  readonly location: string | null;
  /** The resource as the EHR gives it; null when it could not be read. */
  readonly resource: unknown;
  /** Why it could not be read; null when it was. */
  readonly why: UnreadWhy | null;
  /** The EHR says that nothing stands at this address, or nothing any more (404, 410). */
  readonly isGone: boolean;
}

/** One reading a location, in their order. Never throws. */
export async function readBack(
  server: FhirServer,
  locations: readonly (string | null)[],
): Promise<readonly StoredDraft[]> {
  return Promise.all(locations.map((location) => readOne(server, location)));
}

async function readOne(server: FhirServer, location: string | null): Promise<StoredDraft> {
  const unread = { location, resource: null, isGone: false };
  if (location === null) return { ...unread, why: { code: 'no-address' } };
  const answer = await server.get(location);
  if (answer.kind === 'silence') return { ...unread, why: { code: 'no-answer', silence: answer.why } };
  const isGone = answer.status === 404 || answer.status === 410;
  if (answer.status !== 200) return { ...unread, isGone, why: { code: 'http', status: answer.status } };
  if (!isObject(answer.body) || answer.body.resourceType !== 'MedicationRequest') {
    return { ...unread, why: { code: 'another-resource' } };
  }
  return { location, resource: await withMedication(server, answer.body), why: null, isGone: false };
}

/**
 * Where the EHR keeps the drug as a Medication of its own, that one stands as if contained, so that it is compared too. What it points away
 * from is left out, read or not: the drug of a draft is what its reference leads to.
 */
async function withMedication(server: FhirServer, request: JsonObject): Promise<JsonObject> {
  const reference = new Fields(request, []).object('medicationReference')?.text('reference') ?? '#';
  if (reference.startsWith('#')) return request;
  const medication = resourceOf(await server.get(reference));
  return { ...request, contained: medication?.resourceType === 'Medication' ? [medication] : [] };
}
