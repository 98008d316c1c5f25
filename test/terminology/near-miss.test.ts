import { expect, it } from 'vitest';
import { createNearMiss, isWithin } from '#lib/terminology/near-miss.ts';

const nearMiss = createNearMiss([
  { word: 'tramadol', name: 'tramadol', isGeneric: true },
  { word: 'hydromorphone', name: 'hydromorphone', isGeneric: true },
  { word: 'norco', name: 'Norco', isGeneric: false },
  { word: 'percocet', name: 'Percocet', isGeneric: false },
]);

it.each([
  ['tramodol', 'tramadol', 'substituted'],
  ['tramdol', 'tramadol', 'dropped'],
  ['tramadoll', 'tramadol', 'doubled'],
  ['tarmadol', 'tramadol', 'exchanged'],
  ['trammodol', 'tramadol', 'two slips in a long name'],
  ['desmetramadol', 'tramadol', 'inside a word'],
  ['percocett', 'Percocet', 'a brand'],
])('%s nearly spells %s (%s)', (word, name) => {
  expect(nearMiss(word)).toBe(name);
});

it.each(['norca', 'trazodone', 'perkosett', 'tram', 'x'.repeat(1_000)])(
  '%s is far from all of them',
  (word) => {
    expect(nearMiss(word)).toBeNull();
  },
);

it('an exchange of neighbours is one edit', () => {
  expect(isWithin(1, 'morphine', 'moprhine')).toBe(true);
  expect(isWithin(1, 'morphine', 'mprohine')).toBe(false);
  expect(isWithin(2, 'morphine', 'morfine')).toBe(true);
});
