/** What a further language must have. The compiler checks the types; what is said here of it fails as a build. */
import { expect, test } from 'vitest';
import type { InEveryLanguage } from '#lib/words/in-every-language.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { workbenchWordsFor } from '#lib/words/workbench-words-for.ts';

const first = {
  title: 'Stop',
  nights: (count: number) => (count === 1 ? 'one night' : 'nights'),
  verdict: () => ({ mark: 'stop' as const, text: 'Stop now' }),
  steps: ['Call', 'Wait'],
  names: { draft: 'Draft', signed: 'Signed' },
} as const;
type Asked = InEveryLanguage<typeof first>;

test('any text may stand for a text, and nothing for one that is missing', () => {
  const other: Asked = {
    title: 'Alto',
    nights: (count) => `${count} noches`,
    verdict: () => ({ mark: 'stop', text: 'Stop now' }),
    steps: ['Llamar', 'Esperar'],
    names: { draft: 'Borrador', signed: 'Firmada' },
  };
  expect(other.nights(2)).toBe('2 noches');
  // @ts-expect-error a word of a group is missing
  const missing: Asked = { ...other, names: { draft: 'Borrador' } };
  // @ts-expect-error a sentence that takes a number takes no text
  const wrong: Asked = { ...other, nights: (count: string) => count };
  expect([missing, wrong]).toHaveLength(2);
});

function leavesOf(words: unknown, path: string): [string, unknown][] {
  if (typeof words !== 'object' || words === null) return [[path, words]];
  return Object.entries(words).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
}

test.each(Object.entries(LANGUAGE_OF))('the language of %s has every word', (_, language) => {
  const leaves = leavesOf(wordsFor(language), language);
  expect(leaves.length).toBeGreaterThan(500);
  expect(leaves.filter(([, word]) => word === undefined).map(([path]) => path)).toEqual([]);
});

test('what goes to the browser is of the same words', () => {
  const { plan, dates } = wordsFor('en');
  expect(workbenchWordsFor('en')).toMatchObject({ plan, dates });
});
