/** The app's settings for one test: a folder of its own with sites, keys and session store. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { vi } from 'vitest';
import type { z } from 'zod';
import type { siteSchema } from '#lib/settings/site.ts';

export type SiteText = z.input<typeof siteSchema>;

export const APP_URL = 'http://127.0.0.1:3000';

const pairs = {
  ES384: await generateKeyPair('ES384', { extractable: true }),
  RS384: await generateKeyPair('RS384', { extractable: true }),
};

/** Private keys as KEYS_FILE holds them. */
export async function signingKeys(): Promise<{ keys: JWK[] }> {
  return {
    keys: [
      { ...(await exportJWK(pairs.ES384.privateKey)), kid: 'app-ec' },
      { ...(await exportJWK(pairs.RS384.privateKey)), kid: 'app-rsa' },
    ],
  };
}

export const appPublicKeys = { 'app-ec': pairs.ES384.publicKey, 'app-rsa': pairs.RS384.publicKey };

export interface AppSettings {
  readonly folder: string;
  remove(): void;
}

/** A fresh process: nothing discovered, no keys fetched, no store open. */
function forget(): void {
  for (const name of [
    'capabilities',
    'discoveries',
    'ehr-clocks',
    'hook-keys',
    'key-sets',
    'record-stores',
    'token-flights',
  ]) {
    Reflect.deleteProperty(globalThis, Symbol.for(`ldn-titration.${name}`));
  }
}

export async function useAppSettings(sites: readonly SiteText[]): Promise<AppSettings> {
  forget();
  const folder = mkdtempSync(join(tmpdir(), 'ldn-launch-'));
  writeFileSync(join(folder, 'sites.json'), JSON.stringify({ sites }));
  writeFileSync(join(folder, 'keys.json'), JSON.stringify(await signingKeys()));
  vi.stubEnv('APP_URL', APP_URL);
  vi.stubEnv('SITES_FILE', join(folder, 'sites.json'));
  vi.stubEnv('KEYS_FILE', join(folder, 'keys.json'));
  vi.stubEnv('SESSION_KEYS', randomBytes(32).toString('base64url'));
  vi.stubEnv('SESSION_STORE', join(folder, 'sessions.sqlite'));
  return {
    folder,
    remove() {
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
