import { expect, test } from 'vitest';
import { verified } from './coverage.ts';
import { requirements } from './requirements.ts';

test('every requirement on the list is verified by a test', () => {
  const found = verified();
  expect(requirements.filter(({ number }) => !found.has(number)).map(({ text }) => text)).toEqual([]);
});

test('no test claims a requirement that is not on the list', () => {
  const listed = new Set(requirements.map(({ number }) => number));
  expect([...verified().keys()].filter((number) => !listed.has(number))).toEqual([]);
});
