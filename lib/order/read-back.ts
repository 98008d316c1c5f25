/** Reads what the EHR made of the drafts, by address. */

import type { FhirServer } from '../fhir/fhir-server.ts';
import { isObject } from '../fhir/fields.ts';

export interface StoredDraft {
  readonly location: string | null;
  /** The resource as the EHR gives it; null when it could not be read. */
  readonly resource: unknown;
  /** Why it could not be read, for the screen; null when it was. */
  readonly why: string | null;
}

/** One reading a location, in their order. Never throws. */
export async function readBack(
  server: FhirServer,
  locations: readonly (string | null)[],
): Promise<readonly StoredDraft[]> {
  return Promise.all(locations.map((location) => readOne(server, location)));
}

async function readOne(server: FhirServer, location: string | null): Promise<StoredDraft> {
  if (location === null) return { location, resource: null, why: 'the EHR named no address for it' };
  const answer = await server.get(location);
  if (answer.kind === 'silence') return { location, resource: null, why: `no answer (${answer.why})` };
  if (answer.status !== 200)
    return { location, resource: null, why: `the EHR answered HTTP ${answer.status}` };
  if (!isObject(answer.body) || answer.body.resourceType !== 'MedicationRequest') {
    return { location, resource: null, why: 'the EHR answered with something else' };
  }
  return { location, resource: answer.body, why: null };
}
