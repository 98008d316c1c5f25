/** The private folder of a demo: the app's keys, its session store and a sites file that lists the pretend EHR alone. */
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { z } from 'zod';
import type { siteSchema } from '#lib/settings/site.ts';

/**
 * Makes the folder where it is missing and returns the environment in which the app's server finds it. The file `environment` in it has
 * the same for a shell: `set -a; . .data/demo-3000/environment`.
 */
export async function demoEnvironment(
  folder: string,
  fhirBase: string,
  appUrl: string,
  writeBack: z.input<typeof siteSchema>['writeBack'] = {
    rung: 'fhir-draft',
    intent: 'order',
    scores: ['QuestionnaireResponse'],
  },
  patientView = true,
): Promise<Record<string, string>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const keysFile = join(folder, 'keys.json');
  await kept(keysFile, async () => JSON.stringify({ keys: [await signingKey()] }, null, 2));
  const sessionKey = await kept(join(folder, 'session-key'), async () =>
    randomBytes(32).toString('base64url'),
  );

  const ehr = new URL(fhirBase).origin;
  const site: z.input<typeof siteSchema> = {
    issuer: fhirBase,
    name: 'Pretend EHR',
    clientId: 'ldn-titration',
    authentication: { method: 'private-key-jwt', algorithm: 'ES384' },
    frameAncestors: [ehr],
    timeZone: timeZoneOfThisMachine(),
    writeBack,
    cdsHooks: {
      iss: ehr,
      jku: `${ehr}/sandbox/jwks.json`,
      silent: false,
      patientView,
    },
  };
  const sitesFile = join(folder, 'sites.json');
  await writeFile(sitesFile, JSON.stringify({ sites: [site] }, null, 2));

  await forgetSessions(folder);
  const environment = {
    APP_URL: appUrl,
    SITES_FILE: sitesFile,
    KEYS_FILE: keysFile,
    SESSION_KEYS: sessionKey,
    SESSION_STORE: join(folder, SESSIONS),
  };
  const lines = Object.entries(environment).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(join(folder, 'environment'), lines.join(''), { mode: 0o600 });
  return environment;
}

const SESSIONS = 'sessions.sqlite';

/** What the app kept of charts and drafts, with the files that SQLite has beside it. */
export async function forgetSessions(folder: string): Promise<void> {
  await Promise.all(
    ['', '-wal', '-shm'].map((end) => rm(join(folder, `${SESSIONS}${end}`), { force: true })),
  );
}

async function signingKey(): Promise<object> {
  const { privateKey } = await generateKeyPair('ES384', { extractable: true });
  return { ...(await exportJWK(privateKey)), kid: 'demo-1', alg: 'ES384', use: 'sig' };
}

/** The file's text; made, for this user's eyes alone, where it is not there yet. */
async function kept(file: string, make: () => Promise<string>): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const text = await make();
    await writeFile(file, text, { mode: 0o600 });
    return text;
  }
}

function timeZoneOfThisMachine(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC';
}
