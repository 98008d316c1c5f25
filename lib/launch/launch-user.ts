/** The user of a launch, from the verified id_token's fhirUser. */
import type { JWTPayload } from 'jose';
import { launchFailure } from './failure.ts';
import type { LaunchFailure, LaunchUser } from './session.ts';

const REFERENCE = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
/** May ask for a medicine: FHIR R4 MedicationRequest.requester, people only. */
const PRESCRIBERS = ['Practitioner', 'PractitionerRole'];
const REFUSED = ['Patient', 'RelatedPerson'];

/**
 * The prescriber; null when the EHR names nobody whom its chart could hold as requester; a failure for a patient or a
 * relative, who are not to use this app.
 *
 * @see SMART App Launch 2.2.0, "Scopes for requesting identity data" (fhirUser, absolute or relative)
 */
export function launchUser(claims: JWTPayload, issuer: string): LaunchUser | null | LaunchFailure {
  if (typeof claims.fhirUser !== 'string') return null;
  const base = issuer.endsWith('/') ? issuer : `${issuer}/`;
  const isLocal = claims.fhirUser.startsWith(base) || !URL.canParse(claims.fhirUser);
  const path = claims.fhirUser.startsWith(base) ? claims.fhirUser.slice(base.length) : claims.fhirUser;
  const [, type, id] = REFERENCE.exec(isLocal ? path : lastTwoParts(path)) ?? [];
  if (type === undefined || id === undefined) return null;
  if (REFUSED.includes(type)) {
    return launchFailure('USER_NOT_ALLOWED', `the user is a ${type}; this app is for prescribers`);
  }
  // A reference to another server means nothing in this chart.
  if (!isLocal || !PRESCRIBERS.includes(type)) return null;
  const display = typeof claims.name === 'string' && claims.name.trim() !== '' ? claims.name.trim() : null;
  return { reference: `${type}/${id}`, display };
}

function lastTwoParts(address: string): string {
  return new URL(address).pathname
    .replace(/\/_history\/.*$/, '')
    .split('/')
    .slice(-2)
    .join('/');
}
