/** The source files with their imports, and the rooms of lib in their order: for the import test and the picture in docs/architecture.md. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Lowest first: a room imports only from itself and from those before it. */
export const ROOMS = [
  'time',
  'settings',
  'store',
  'operations',
  'fhir',
  'terminology',
  'chart',
  'titration',
  'safety',
  'review',
  'launch',
  'web-messaging',
  'order',
  'follow-up',
  'words',
  'drawings',
  'handout',
  'visit',
  'site-check',
  'assess',
];

export interface Module {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly { readonly to: string; readonly typeOnly: boolean }[];
}

export function modulesUnder(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readModule(path.posix.join(folder, name.split(path.sep).join('/'))));
}

function readModule(file: string): Module {
  const text = readFileSync(file, 'utf8');
  const imports = [
    ...text.matchAll(/^(import|export)\b([^;]*?)\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ].map(([, , clause, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    const to = name.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
      : name.replace(/^#lib\//, 'lib/');
    return { to, typeOnly: /^\s*type\b/.test(clause ?? '') };
  });
  return { file, text, imports };
}

/** "safety" of lib/safety/rules/check-age.ts; "app" of a file of the shell. */
export function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'lib' ? second : first;
}
