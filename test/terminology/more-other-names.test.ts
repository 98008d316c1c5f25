import { expect, it } from 'vitest';
import { EVERYDAY_WORDS } from '#lib/terminology/everyday-words.ts';
import { MORE_OTHER_RXNORM } from '#lib/terminology/make/more-other-codes.ts';
import { MORE_OTHER_NAMES } from '#lib/terminology/more-other-names.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { fromText, tables } from './describe-medication.ts';

it("no name that this project adds to the other drugs is, or holds, an opioid's name", () => {
  expect(MORE_OTHER_NAMES.filter((name) => fromText(name).kind !== 'other')).toEqual([]);
  const opioids = new Set(tables.opioidNames.map(({ name }) => wordsOf(name).join(' ')));
  expect(MORE_OTHER_NAMES.filter((name) => opioids.has(name))).toEqual([]);
});

it('names and everyday words are folded as texts are, so that they can match', () => {
  const unfolded = (name: string): boolean => wordsOf(name).join(' ') !== name;
  expect(
    [...MORE_OTHER_NAMES, ...tables.otherNames, ...tables.otherNamesVocabulary].filter(unfolded),
  ).toEqual([]);
});

it('no everyday word is the whole of an opioid name that is not marked as ambiguous', () => {
  const hidden = tables.opioidNames.filter(
    ({ name, isAmbiguous }) => !isAmbiguous && EVERYDAY_WORDS.has(name.toLowerCase()),
  );
  expect(hidden).toEqual([]);
});

it('no RxNorm code that this project adds to the other drugs is an opioid', () => {
  expect(MORE_OTHER_RXNORM.filter((code) => tables.rxnormOpioids.has(code))).toEqual([]);
});
