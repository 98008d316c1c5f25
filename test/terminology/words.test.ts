import { expect, it } from 'vitest';
import { wordsOf } from '#lib/terminology/words.ts';

it.each([
  ['Co-Codamol 30/500', ['co', 'codamol', '30', '500']],
  ['DF118', ['df', '118']],
  ['CODÉINE', ['codeine']],
  ['Köhler œstrogène', ['kohler', 'oestrogene']],
  ['mor\u00adphine\u200b', ['morphine']],
  ['oxy\u2013codone', ['oxy', 'codone']],
  ['a\nb\tc', ['a', 'b', 'c']],
  ['Tylenol #3', ['tylenol', 'no', '3']],
  ['Percocet\u2122', ['percocet']],
  ['ｍｏｒｐｈｉｎｅ', ['morphine']],
  ['\u0000', []],
  ['', []],
])('%j is %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});
