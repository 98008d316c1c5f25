/** Whether the proxy in front passes on the name that people open the app by: forms are refused where it does not. */

import { settings } from '#lib/settings/environment.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';
import { launchFailure } from './failure.ts';
import type { LaunchFailure } from './session.ts';

/** Null where the name is the app's own, or cannot be compared. Next goes by the same two headers when a form is posted. */
export function nameRefusal(headers: Headers): LaunchFailure | null {
  const name = headers.get('x-forwarded-host')?.split(',')[0]?.trim() ?? headers.get('host');
  const own = ownAddress();
  if (name === null || own === null || hostOf(`${own.protocol}//${name}`) === own.host) return null;
  const shown = /^[\w.:[\]-]{1,100}$/.test(name) ? name : 'an unreadable name';
  return launchFailure('HOST_NOT_PASSED_ON', `the request names ${shown}, APP_URL names ${own.host}`);
}

function ownAddress(): URL | null {
  try {
    return new URL(settings().appUrl);
  } catch (error) {
    if (error instanceof SettingsError) return null;
    throw error;
  }
}

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null;
}
