import { publicKeys } from '#lib/launch/authorization-client.ts';
import { settings } from '#lib/settings/environment.ts';
import { SettingsError } from '#lib/settings/settings-error.ts';

export const dynamic = 'force-dynamic';

/** The app's public keys. EHRs may keep them for five minutes: publish a new key that long before it signs. */
export function GET(): Response {
  try {
    return Response.json(publicKeys(settings().signingKeys), {
      headers: { 'cache-control': 'public, max-age=300' },
    });
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return Response.json({ error: error.message }, { status: 503, headers: { 'cache-control': 'no-store' } });
  }
}
