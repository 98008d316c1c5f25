/** The table of device words that is kept by hand: no word twice, none out of place, none an opioid's. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseDeviceTerms } from '#lib/terminology/device-terms.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { TABLES_FOLDER, tables } from './describe-medication.ts';

const lines = readFileSync(path.join(TABLES_FOLDER, 'device-terms.txt'), 'utf8').trimEnd().split('\n');
const wordsByHead = Map.groupBy(
  lines.flatMap((line) => {
    const [head = '', words = ''] = line.split(': ');
    return words.split(' ').map((word) => ({ head, role: head.split(',')[0], word }));
  }),
  ({ role }) => role,
);
function repeated(words: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.size === seen.add(word).size);
}
const of = (role: string): string[] => (wordsByHead.get(role) ?? []).map(({ word }) => word);

it('has each word once in a role, in the order of the alphabet', () => {
  for (const [role, rows] of wordsByHead) {
    expect(repeated(rows.map(({ word }) => word)), role).toEqual([]);
    for (const [head, group] of Map.groupBy(rows, (row) => row.head))
      expect(
        group.map(({ word }) => word),
        head,
      ).toEqual(group.map(({ word }) => word).sort());
  }
});

it('tells one thing by each word: a kind, a sign or a quality', () => {
  expect(repeated([...of('kind'), ...of('sign'), ...of('quality')])).toEqual([]);
});

it('holds words as texts are folded', () => {
  for (const role of ['kind', 'sign', 'quality', 'brand', 'vessel'])
    for (const word of of(role)) expect(wordsOf(word.replace('_', ' ')).join('_'), role).toBe(word);
});

it('says by no word of a kind or a brand what an opioid is called', () => {
  const words = new Set(
    tables.opioidNames.filter(({ isAmbiguous }) => !isAmbiguous).flatMap((name) => name.words),
  );
  expect([...of('kind'), ...of('brand')].filter((word) => words.has(word))).toEqual([]);
});

it('refuses a line of a role that it does not know', () => {
  expect(() => parseDeviceTerms('kind: gauze\nkinds: lint')).toThrow(/without a known role: kinds/);
});
