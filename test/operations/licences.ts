/** docs/licences.md: the licence of every package and table the server runs with, from the lock file, the packages and the tables' manifest. */
import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import config from '../../next.config.js';

const PROJECT = join(import.meta.dirname, '..', '..');

/** Licences this project may ship with: all permit use, change and passing on, and ask nothing of our own code. */
export const ACCEPTED = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

const MANIFEST = 'lib/terminology/tables/manifest.json';

interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Installed on some platforms only. */
  readonly optional: boolean;
  /** next.config.js keeps it out of the folder that the server runs from. */
  readonly leftOut: boolean;
}

const LEFT_OUT = Object.values(config.outputFileTracingExcludes ?? {}).flat();

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Everything that is not for development alone. */
export function shipped(): readonly Shipped[] {
  const { packages } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && dev !== true)
    .map(([path, { version = '', license, optional = false }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      version,
      licence: license ?? licenceOf(path),
      optional,
      leftOut: LEFT_OUT.some((glob) => matchesGlob(`./${path}/package.json`, glob)),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

function licenceOf(path: string): string {
  try {
    const { license } = JSON.parse(readFileSync(join(PROJECT, path, 'package.json'), 'utf8'));
    return typeof license === 'string' ? license : (license?.type ?? 'unknown');
  } catch {
    return 'unknown';
  }
}

export function licencesText(): string {
  const rows = shipped().map(
    ({ name, version, licence, optional, leftOut }) =>
      `| ${name} | ${version} | ${licence} |${leftOut ? ' installed, not shipped' : optional ? ' on some platforms' : ''} |`,
  );
  const { made, licences } = JSON.parse(readFileSync(join(PROJECT, MANIFEST), 'utf8')) as {
    made: string;
    licences: readonly string[];
  };
  return `# Licences of what the server runs with

The app itself is under Apache-2.0 (LICENSE). Packages for development alone are not shipped and not listed. Made by \`npm run docs\`.

| package | version | licence | |
|---|---|---|---|
${rows.join('\n')}

"installed, not shipped": \`npm ci\` brings it for Next's image resizing, which this app does not use; next.config.js keeps it out of the
folder that the server runs from (\`.next/standalone\`), and a test looks into that folder.

## Data

The opioid tables (\`lib/terminology/tables\`, made ${made}) hold facts of public files in a form of our own:

${licences.map((licence) => `- ${licence}`).join('\n')}
`;
}
