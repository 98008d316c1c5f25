/** What each EHR's FHIR server says it can do, kept for all launches of this process. */
import { type CapabilitiesCache, createCapabilitiesCache } from '#lib/fhir/capabilities-cache.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import { releaseInFull } from '#lib/fhir/fhir-version.ts';
import { processWide } from '#lib/store/process-wide.ts';
import { launchFailure } from './failure.ts';
import type { LaunchFailure } from './session.ts';

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

/**
 * Why a server whose FHIR version this app cannot read is not launched from; null for any other, one that does not say among them. Asks where it is
 * not known yet, and waits a short while at most.
 */
export async function otherVersion(issuer: string): Promise<LaunchFailure | null> {
  const answer = await serverCapabilities().since(createFhirServer({ base: issuer, accessToken: null }), 0);
  return answer.kind === 'other-version'
    ? launchFailure('OTHER_FHIR_VERSION', `${issuer} speaks ${releaseInFull(answer.fhirVersion)}`)
    : null;
}
