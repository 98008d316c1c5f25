/** The user of a launch, from the verified id_token. */
import { withoutDirectionMarks } from '#lib/fhir/direction-marks.ts';
import { launchFailure } from './failure.ts';
import type { LaunchFailure, LaunchSession, LaunchUser } from './session.ts';

const REFERENCE = /^([A-Za-z]+)\/([A-Za-z0-9\-.]{1,64})(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;
/** May ask for a medicine: FHIR R4 MedicationRequest.requester, people only. */
const PRESCRIBERS = ['Practitioner', 'PractitionerRole'];
const REFUSED = ['Patient', 'RelatedPerson'];

export interface NamedUser {
  /** Null when the EHR names nobody whom its chart could hold as requester. */
  readonly user: LaunchUser | null;
  readonly role: LaunchSession['role'];
}

/** What an EHR may say of its user: among it `fhirUser`, and `profile`, its name in SMART 1. */
type Said = Readonly<Record<string, unknown>>;

/**
 * Who the user is; a failure for a patient or a relative, by whatever the EHR says, for they are not to use this app.
 *
 * @param claims of the verified id_token; empty without one.
 * @param beside what stood beside the token, signed by nobody: it can refuse, and tell the role, but not name the requester.
 * @see SMART App Launch 2.2.0, "Scopes for requesting identity data" (fhirUser, absolute or relative); SMART App Launch 1.0.0 (profile)
 */
export function launchUser(claims: Said, beside: Said, issuer: string): NamedUser | LaunchFailure {
  const signed = [claims.fhirUser, claims.profile].map((said) => personIn(said, issuer));
  const named = [...signed, ...[beside.fhirUser, beside.profile].map((said) => personIn(said, issuer))];
  const refused = named.find((person) => person !== null && REFUSED.includes(person.type));
  if (refused) {
    return launchFailure('USER_NOT_ALLOWED', `the user is a ${refused.type}; this app is for prescribers`);
  }
  const isPrescriber = (person: Person | null) => person !== null && PRESCRIBERS.includes(person.type);
  // A reference to another server means nothing in this chart.
  const requester = signed.find((person) => isPrescriber(person) && person?.isLocal);
  const name = typeof claims.name === 'string' ? withoutDirectionMarks(claims.name).trim() : '';
  return {
    user: requester ? { reference: `${requester.type}/${requester.id}`, display: name || null } : null,
    role: named.some(isPrescriber) ? 'prescriber' : 'unknown',
  };
}

interface Person {
  readonly type: string;
  readonly id: string;
  readonly isLocal: boolean;
}

function personIn(said: unknown, issuer: string): Person | null {
  if (typeof said !== 'string') return null;
  const base = issuer.endsWith('/') ? issuer : `${issuer}/`;
  const isLocal = said.startsWith(base) || !URL.canParse(said);
  const path = said.startsWith(base) ? said.slice(base.length) : said;
  const [, type, id] = REFERENCE.exec(isLocal ? path : lastTwoParts(path)) ?? [];
  return type === undefined || id === undefined ? null : { type, id, isLocal };
}

function lastTwoParts(address: string): string {
  return new URL(address).pathname
    .replace(/\/_history\/.*$/, '')
    .split('/')
    .slice(-2)
    .join('/');
}
