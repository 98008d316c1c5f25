/** Makes the failures of launch and session: one code, one number to read out to the help desk. */
import { newReference } from '#lib/operations/reference.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { isStoreAway } from '#lib/store/store-away.ts';
import type { LaunchFailure, LaunchFailureCode } from './session.ts';

/** @param detail for IT; never patient data, a token or a secret. */
export function launchFailure(code: LaunchFailureCode, detail: string): LaunchFailure {
  return { failed: true, code, reference: newReference(), detail };
}

export function isLaunchFailure(value: object): value is LaunchFailure {
  return 'failed' in value && value.failed === true;
}

/** What stands in the way of everything, settings or store, as a failure. @throws whatever else was thrown. */
export function failureOf(error: unknown): LaunchFailure {
  if (error instanceof SettingsError) return launchFailure('SETTINGS_MISSING', error.message);
  if (isStoreAway(error)) return launchFailure('STORE_AWAY', error.message);
  throw error;
}
