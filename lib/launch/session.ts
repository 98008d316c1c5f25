/** One launch of the app: one EHR, one patient, one user, fixed when the launch is made. */
import type { CardLink } from './card-context.ts';

export interface LaunchUser {
  /** "Practitioner/p9", from the verified id_token's fhirUser. */
  readonly reference: string;
  readonly display: string | null;
}

export interface LaunchSession {
  /** 256 random bits, base64url; the `[launch]` of every URL. */
  readonly id: string;
  /** FHIR base URL as listed in the sites file. */
  readonly issuer: string;
  /** Logical id of the launched patient. Never changes. */
  readonly patientId: string;
  readonly encounterId: string | null;
  /** Null when the EHR named none: the draft's requester is then left to the signer. */
  readonly user: LaunchUser | null;
  /** `unknown` where the EHR did not say whether its user is a clinician or a patient: the user is then asked. */
  readonly role: 'prescriber' | 'unknown';
  /** Scopes the EHR granted, not those asked for. */
  readonly scopes: readonly string[];
  readonly styleUrl: string | null;
  readonly webMessaging: { readonly origin: string; readonly handle: string } | null;
  /** The link of a CDS Hooks card that opened the app. */
  readonly link?: CardLink;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  /** Random text every form of this launch carries (CSRF). */
  readonly formToken: string;
}

export type LaunchFailureCode =
  | 'ISSUER_NOT_ALLOWED'
  | 'DISCOVERY_FAILED'
  | 'STATE_MISMATCH'
  | 'ACCESS_DENIED'
  | 'SCOPES_REFUSED'
  | 'CLIENT_NOT_KNOWN'
  | 'CLIENT_NOT_PERMITTED'
  | 'TOKEN_REFUSED'
  | 'IDENTITY_NOT_VERIFIED'
  | 'USER_NOT_ALLOWED'
  | 'USER_NOT_NAMED'
  | 'NO_PATIENT'
  | 'SCOPE_SHORT'
  | 'COOKIE_BLOCKED'
  | 'SETTINGS_MISSING'
  | 'STORE_AWAY'
  | 'HOST_NOT_PASSED_ON'
  | 'OTHER_FHIR_VERSION'
  | 'CLOCKS_DISAGREE'
  | 'SESSION_EXPIRED'
  | 'ACCESS_LOST'
  | 'WRONG_PATIENT'
  | 'TOO_MANY_REQUESTS'
  | 'PAGE_OUTDATED'
  | 'FORM_UNREADABLE';

export interface LaunchFailure {
  readonly failed: true;
  readonly code: LaunchFailureCode;
  /** Read out to the help desk; the same number is in the log line. */
  readonly reference: string;
  /** One technical detail without patient data, for IT: "issuer https://x is not in the sites file". */
  readonly detail: string;
}
