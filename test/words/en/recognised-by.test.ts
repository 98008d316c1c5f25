import { expect, test } from 'vitest';
import type { Doubt } from '#lib/terminology/recognition.ts';
import { doubtWords } from '#lib/words/en/recognised-by.ts';

test.each<[Doubt['words'], string]>([
  ['frobnicol', 'frobnicol'],
  [{ code: 'not-found', reference: 'Medication/m9' }, 'Medication/m9 could not be read'],
  [{ code: 'no-address' }, 'a reference without an address could not be read'],
  [
    { code: 'no-medication' },
    'a reference to what is neither a Medication nor a Substance could not be read',
  ],
  [{ code: 'cycle' }, 'a medication that contains itself could not be read'],
  [{ code: 'too-deep' }, 'ingredients nested too deep could not be read'],
  [{ code: 'too-many' }, 'more ingredients than can be read could not be read'],
  [{ code: 'nameless' }, 'an ingredient without a name could not be read'],
  [{ code: 'withheld' }, 'redacted could not be read'],
  [{ code: 'many-ingredients' }, 'ingredients nested too deep, or too many of them, to read'],
  [{ code: 'many-unknown-words' }, 'more unknown words than can be checked'],
  [{ code: 'long-text' }, 'a text too long to read whole'],
  [{ code: 'no-name' }, 'no name and no code that names a drug'],
  [{ code: 'names-no-drug', text: 'daily' }, '"daily" names no drug'],
  [{ code: 'code-elsewhere', value: '2670', system: null }, 'code 2670 of no known system'],
  [{ code: 'code-elsewhere', value: '2670', system: 'NDC' }, 'code 2670 under NDC'],
])('%j is said as: %s', (words, said) => {
  expect(doubtWords({ kind: 'unread', words, resembles: null })).toBe(said);
});

test('an address of any length is said by its beginning', () => {
  const words = { code: 'not-found', reference: 'M'.repeat(5000) } as const;
  expect(doubtWords({ kind: 'unread', words, resembles: null })).toHaveLength(
    200 + ' could not be read'.length,
  );
});

test('what a code of no known system may be follows it', () => {
  const words = { code: 'code-elsewhere', value: '2670', system: null } as const;
  const resembles = { code: 'in-another-system', ingredients: ['codeine'], system: 'RxNorm' } as const;
  expect(doubtWords({ kind: 'suspicion', words, resembles })).toBe(
    'code 2670 of no known system: codeine if it is RxNorm',
  );
});
