/** docs/licences.md: the licence of every package the server runs with, from the lock file and the packages themselves. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

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

export interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Installed on some platforms only. */
  readonly optional: boolean;
}

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
    ({ name, version, licence, optional }) =>
      `| ${name} | ${version} | ${licence} |${optional ? ' on some platforms' : ''} |`,
  );
  return `# Licences of what the server runs with

The app itself is under Apache-2.0 (LICENSE). Packages for development alone are not shipped and not listed. Made by \`npm run docs\`.

| package | version | licence | |
|---|---|---|---|
${rows.join('\n')}
`;
}
