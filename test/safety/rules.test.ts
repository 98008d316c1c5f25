/** The list of rules as a whole, and what each of them owes: a test of its own, a row of the README's table and a hazard that it holds off. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES } from '#lib/safety/rules.ts';
import { citationWords } from '#lib/words/en/citations.ts';

test('every rule is listed once', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});

test('every rule names at least one source from the list', () => {
  for (const { id, basis } of RULES) {
    expect(basis.length, id).toBeGreaterThan(0);
    for (const citation of basis) expect(citationWords[citation], id).toMatch(/\S/);
  }
});

const PROJECT = join(import.meta.dirname, '..', '..');
const read = (path: string) => readFileSync(join(PROJECT, path), 'utf8');
const FOLDER = 'lib/safety/rules';
/** Each rule's file, by the id that stands in it. */
const fileOf = new Map(
  readdirSync(join(PROJECT, FOLDER))
    .filter((name) => name.startsWith('check-'))
    .map((name) => [/\bid: '(R\d\d)'/.exec(read(`${FOLDER}/${name}`))?.[1] ?? name, name]),
);
const rowsOf = (path: string) =>
  read(path)
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

test('every file of a rule is on the list, and every rule of the list has one', () => {
  expect([...fileOf.keys()].sort()).toEqual(RULES.map(({ id }) => id as string).sort());
});

test.each(RULES.map(({ id }) => [id, fileOf.get(id) ?? '']))('%s (%s) has a test of its own', (_id, file) => {
  expect(existsSync(join(PROJECT, 'test/safety/rules', file.replace('.ts', '.test.ts')))).toBe(true);
});

test.each(RULES.map(({ id }) => id))(
  '%s has a row in the table of the README, with its severity and source',
  (id) => {
    const row = rowsOf('README.md').find(([, ids = '']) => ids.split(', ').includes(id));
    expect(row?.slice(2, 5).every((cell) => cell !== '')).toBe(true);
  },
);

test.each(RULES.map(({ id }) => [id, fileOf.get(id) ?? '']))(
  '%s (%s) holds off a hazard of the log',
  (id, file) => {
    const controls = rowsOf('docs/hazards.md').flatMap(([, number = '', , , control = '']) =>
      /^\d+$/.test(number) ? control : [],
    );
    expect(
      controls.some((control) => control.includes(`${FOLDER}/${file}`)),
      `${id} in docs/hazards.md`,
    ).toBe(true);
  },
);
