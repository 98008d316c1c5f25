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
  'order-check',
  'handout',
  'words',
  'drawings',
  'visit',
  'cds-hooks',
  'site-check',
  'assess',
  'population',
  'command-line',
];

interface Module {
  readonly file: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

interface Import {
  readonly to: string;
  readonly typeOnly: boolean;
  /** What stands before "from", null of a file that is imported whole. */
  readonly clause: string | null;
}

export function modulesUnder(folder: string): Module[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
    .map((file) => readModule(file, readFileSync(file, 'utf8')));
}

export function readModule(file: string, text: string): Module {
  const imports = [
    ...text.matchAll(/^(import|export)\b([^;]*?)\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm),
  ].map(([, , clause, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    const to = name.startsWith('.')
      ? path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
      : name.replace(/^#lib\//, 'lib/');
    return { to, typeOnly: /^\s*type\b/.test(clause ?? ''), clause: clause ?? null };
  });
  return { file, text, imports };
}

/** "safety" of lib/safety/rules/check-age.ts; "app" of a file of the shell. */
export function roomOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'lib' ? second : first;
}

/** The files that reach each other and so themselves, a group each. @see Tarjan 1972, strongly connected components */
export function circles(arrows: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  /** The earliest file still open that this one reaches. */
  function visit(file: string): number {
    const at = order.size;
    order.set(file, at);
    open.push(file);
    let earliest = at;
    for (const to of arrows.get(file) ?? []) {
      if (!arrows.has(to)) continue;
      if (!order.has(to)) earliest = Math.min(earliest, visit(to));
      else if (open.includes(to)) earliest = Math.min(earliest, order.get(to) ?? at);
    }
    if (earliest === at) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1) found.push(group.sort());
    }
    return earliest;
  }
  for (const file of arrows.keys()) if (!order.has(file)) visit(file);
  return found;
}
