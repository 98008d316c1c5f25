/** What each EHR's FHIR server says it can do, kept for all launches of this process. */
import { type CapabilitiesCache, createCapabilitiesCache } from '#lib/fhir/capabilities-cache.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { processWide } from '#lib/operations/process-wide.ts';

export function serverCapabilities(): CapabilitiesCache {
  return processWide('capabilities', createCapabilitiesCache);
}

/**
 * Asks while the user is at the EHR, so that the first reading does not wait for it. No token is sent: CapabilityStatements are
 * public, and an EHR that thinks otherwise is asked again by the reading, with its token.
 */
export function askCapabilitiesAhead(issuer: string): void {
  void serverCapabilities().ahead(createFhirServer({ base: issuer, accessToken: null }));
}
