/** Whether each side can fetch the keys that the other signs with. */
import { publicKeys } from '#lib/launch/authorization-client.ts';
import { type Discovery, whyUnanswered } from '#lib/launch/discover.ts';
import { fetchJson } from '#lib/launch/guarded-fetch.ts';
import type { Settings } from '#lib/settings/read-settings.ts';
import type { CheckLine } from './check-line.ts';

export async function ehrKeys({ identityIssuer, jwksUri }: Discovery): Promise<CheckLine> {
  const stops = (text: string): CheckLine => ({ result: 'stops', about: 'keys', text });
  if (identityIssuer === null || jwksUri === null) {
    return stops('no issuer or no keys are published: an id_token from this EHR would be refused');
  }
  try {
    const keys = keysIn(await fetchJson(jwksUri));
    return keys.length > 0
      ? { result: 'ok', about: 'keys', text: `${keys.length} at ${jwksUri}, issuer ${identityIssuer}` }
      : stops(`${jwksUri} holds no key`);
  } catch (error) {
    return stops(`${jwksUri}: ${whyUnanswered(error)}`);
  }
}

/** The EHR must be able to fetch the app's keys, and they must be the ones the app signs with. */
export async function appKeys({ appUrl, signingKeys }: Settings): Promise<CheckLine> {
  const address = `${appUrl}/.well-known/jwks.json`;
  const misses = (text: string): CheckLine => ({ result: 'misses', about: 'app keys', text });
  try {
    const published = new Set(keysIn(await fetchJson(address)));
    const missing = publicKeys(signingKeys).keys.filter(({ kid }) => !published.has(String(kid)));
    return missing.length === 0
      ? { result: 'ok', about: 'app keys', text: `published at ${address}` }
      : misses(
          `${address} lacks ${missing.map(({ kid }) => kid).join(', ')}: is an older app running there?`,
        );
  } catch (error) {
    return misses(`${address}: ${whyUnanswered(error)}. The EHR must reach it before the first launch`);
  }
}

/** The ids of the keys in a JWK Set. */
function keysIn(document: unknown): string[] {
  const keys = (document as { keys?: unknown } | null)?.keys;
  return Array.isArray(keys) ? keys.map((key) => String((key as { kid?: unknown } | null)?.kid)) : [];
}
