/** The app's settings, read from the environment when first needed: a build or a test needs none of them. */
import { statSync } from 'node:fs';
import { absolute, type Environment, readSettings, type Settings } from './read-settings.ts';
import { SettingsError } from './settings-error.ts';

/** Every variable an operator may set; docs/operating.md says what each is for. */
export const SETTINGS_READ = [
  'APP_URL',
  'SITES_FILE',
  'KEYS_FILE',
  'SESSION_KEYS',
  'SESSION_STORE',
  'METRICS_TOKEN',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'PORT',
  'HOSTNAME',
] as const;

const VARIABLES = [
  'APP_URL',
  'SITES_FILE',
  'KEYS_FILE',
  'SESSION_KEYS',
  'SESSION_STORE',
  'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
  'INIT_CWD',
];

/** POLICY: how soon a changed SITES_FILE or KEYS_FILE is seen. */
const LOOK_AGAIN_MS = 1_000;

interface Read {
  readonly from: string;
  readonly settings: Settings;
  /** Of the files, when they were read. */
  readonly stamp: string;
  lookAgainAt: number;
}

let read: Read | null = null;

/**
 * The settings of this process. A changed SITES_FILE or KEYS_FILE is read again within a second; one that is then wrong is said in the log, and
 * what was read before stands until it is put right.
 *
 * @throws SettingsError naming every variable that is missing or wrong.
 */
export function settings(environment: Environment = process.env): Settings {
  const from = JSON.stringify(VARIABLES.map((name) => environment[name] ?? null));
  if (read?.from !== from) {
    const stamp = stampOf(environment);
    read = {
      from,
      stamp,
      settings: readSettings(environment),
      lookAgainAt: performance.now() + LOOK_AGAIN_MS,
    };
  } else if (performance.now() > read.lookAgainAt) read = readAgain(read, environment);
  return read.settings;
}

function readAgain(before: Read, environment: Environment): Read {
  before.lookAgainAt = performance.now() + LOOK_AGAIN_MS;
  const stamp = stampOf(environment);
  if (stamp === before.stamp) return before;
  try {
    const settings = readSettings(environment);
    console.info('SITES_FILE or KEYS_FILE changed: read again, and in use');
    return { ...before, stamp, settings };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    console.error(
      `${error.message}. What was read before stays in use until this is put right or the app restarts`,
    );
    return { ...before, stamp };
  }
}

/** Changes with every edit of the files, whether they are written over or put in their place. */
function stampOf(environment: Environment): string {
  const files = [environment.SITES_FILE, environment.KEYS_FILE].map((path) =>
    path ? statSync(/*turbopackIgnore: true*/ absolute(path, environment), { throwIfNoEntry: false }) : null,
  );
  return files.map((file) => `${file?.ino} ${file?.size} ${file?.mtimeMs}`).join();
}
