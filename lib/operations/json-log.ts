/** Makes every line the server writes a JSON line. An error's message may quote what it was given, so it is left out. */

import { VERSION } from '#lib/settings/version.ts';

const LEVELS = { debug: 'debug', log: 'info', info: 'info', warn: 'warning', error: 'error' } as const;

/** Replaces console's methods for the rest of the process. */
export function logAsJson(): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    console[method as keyof typeof LEVELS] = (...given: readonly unknown[]) => {
      process.stdout.write(`${logLine(level, given)}\n`);
    };
  }
}

/** Exported for its test. */
export function logLine(level: string, given: readonly unknown[]): string {
  const error = given.find((one) => one instanceof Error);
  const words = given.filter((one) => typeof one === 'string').join(' ');
  return JSON.stringify({
    log: 1,
    at: new Date().toISOString(),
    version: VERSION,
    level,
    message: error === undefined ? words.replaceAll(ESCAPES, '').trim() : 'a fault of the app itself',
    ...(error && { error: error.name, digest: digestOf(error), stack: placesOf(error) }),
  });
}

/** Colours for a terminal. */
const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** The number Next shows on the page in place of the error. */
function digestOf(error: Error): string | undefined {
  return 'digest' in error && typeof error.digest === 'string' && /^(STORE-)?\d{1,20}$/.test(error.digest)
    ? error.digest
    : undefined;
}

/** Where it happened: the lines of the stack that name code, none that repeats the message. */
function placesOf({ stack = '' }: Error): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at [^(]*(\(.*:\d+:\d+\)|.*:\d+:\d+)$/.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
}
