import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProtectedHeader, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeEach, expect, test, vi } from 'vitest';
import { GET as jwks } from '../../app/.well-known/jwks.json/route.ts';
import { appBesideEhr } from './app-beside-ehr.ts';
import { signingKeys } from './app-settings.ts';
import { Browser } from './browser.ts';
import { secondSite } from './second-ehr.ts';

const { ehr, folder } = appBesideEhr([{ ...secondSite, authentication: { method: 'private-key-jwt' } }]);
let oldKey: JWK;
let newKey: JWK;
beforeEach(async () => {
  oldKey = (await signingKeys()).keys[0] ?? {};
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  newKey = { ...(await exportJWK(privateKey)), kid: 'app-ec-next' };
  ehr.clientKeys.set('app-ec-next', { algorithm: 'ES384', key: publicKey });
});

/** As after a restart with these keys. */
function useKeys(name: string, keys: readonly JWK[]): void {
  const file = join(folder(), name);
  writeFileSync(file, JSON.stringify({ keys }));
  vi.stubEnv('KEYS_FILE', file);
}

async function publishedAndSigning() {
  const { keys } = (await jwks().json()) as { keys: { kid: string }[] };
  await new Browser().launched(ehr);
  const assertion = ehr.forms.at(-1)?.get('client_assertion') ?? '';
  return { published: keys.map(({ kid }) => kid), signing: decodeProtectedHeader(assertion).kid };
}

test('a new key is published before it signs, signs when it stands first, and the old one stays published until it is taken out', async () => {
  useKeys('1.json', [oldKey, newKey]);
  expect(await publishedAndSigning()).toEqual({ published: ['app-ec', 'app-ec-next'], signing: 'app-ec' });
  useKeys('2.json', [newKey, oldKey]);
  expect(await publishedAndSigning()).toEqual({
    published: ['app-ec-next', 'app-ec'],
    signing: 'app-ec-next',
  });
  useKeys('3.json', [newKey]);
  expect(await publishedAndSigning()).toEqual({ published: ['app-ec-next'], signing: 'app-ec-next' });
});
