import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProtectedHeader, exportJWK, generateKeyPair, type JWK } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GET as jwks } from '../../app/.well-known/jwks.json/route.ts';
import { type AppSettings, signingKeys, useAppSettings } from './app-settings.ts';
import { Browser } from './browser.ts';
import { type SecondEhr, secondEhr, secondSite } from './second-ehr.ts';

let ehr: SecondEhr;
let app: AppSettings;
let oldKey: JWK;
let newKey: JWK;

beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  ehr = secondEhr();
  ehr.server.listen({ onUnhandledFrame: 'error' });
  app = await useAppSettings([{ ...secondSite, authentication: { method: 'private-key-jwt' } }]);
  oldKey = (await signingKeys()).keys[0] ?? {};
  const { privateKey } = await generateKeyPair('ES384', { extractable: true });
  newKey = { ...(await exportJWK(privateKey)), kid: 'app-ec-next' };
});
afterEach(() => {
  vi.restoreAllMocks();
  ehr.server.close();
  app.remove();
});

/** As after a restart with these keys. */
function useKeys(name: string, keys: readonly JWK[]): void {
  const file = join(app.folder, name);
  writeFileSync(file, JSON.stringify({ keys }));
  vi.stubEnv('KEYS_FILE', file);
}

async function publishedAndSigning() {
  const { keys } = (await jwks().json()) as { keys: { kid: string }[] };
  await new Browser().launch(ehr);
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
