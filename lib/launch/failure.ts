/** Makes the failures of launch and session: one code, one remedy, one number to read out to the help desk. */
import { newReference } from '#lib/operations/reference.ts';
import { SettingsError } from '#lib/settings/environment.ts';
import { StoreAway } from '#lib/store/store-away.ts';
import type { LaunchFailure, LaunchFailureCode, Remedy } from './session.ts';

const REMEDY: Readonly<Record<LaunchFailureCode, Remedy>> = {
  ISSUER_NOT_ALLOWED: 'tell-it',
  DISCOVERY_FAILED: 'retry',
  STATE_MISMATCH: 'relaunch',
  ACCESS_DENIED: 'relaunch',
  SCOPES_REFUSED: 'tell-it',
  CLIENT_NOT_KNOWN: 'tell-it',
  CLIENT_NOT_PERMITTED: 'tell-it',
  TOKEN_REFUSED: 'relaunch',
  IDENTITY_NOT_VERIFIED: 'tell-it',
  USER_NOT_ALLOWED: 'carry-on-by-hand',
  USER_NOT_NAMED: 'tell-it',
  NO_PATIENT: 'relaunch',
  SCOPE_SHORT: 'tell-it',
  COOKIE_BLOCKED: 'tell-it',
  SETTINGS_MISSING: 'tell-it',
  STORE_AWAY: 'retry',
  HOST_NOT_PASSED_ON: 'tell-it',
  OTHER_FHIR_VERSION: 'tell-it',
  CLOCKS_DISAGREE: 'tell-it',
  SESSION_EXPIRED: 'relaunch',
  ACCESS_LOST: 'relaunch',
  WRONG_PATIENT: 'relaunch',
  TOO_MANY_REQUESTS: 'retry',
};

/** @param detail for IT; never patient data, a token or a secret. */
export function launchFailure(code: LaunchFailureCode, detail: string): LaunchFailure {
  return { failed: true, code, remedy: REMEDY[code], reference: newReference(), detail };
}

export function isLaunchFailure(value: object): value is LaunchFailure {
  return 'failed' in value && value.failed === true;
}

/** What stands in the way of everything, settings or store, as a failure. @throws whatever else was thrown. */
export function failureOf(error: unknown): LaunchFailure {
  if (error instanceof SettingsError) return launchFailure('SETTINGS_MISSING', error.message);
  if (error instanceof StoreAway) return launchFailure('STORE_AWAY', error.message);
  throw error;
}
