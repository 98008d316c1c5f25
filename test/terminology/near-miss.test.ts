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
  expect(nearMiss(word)).toEqual({ name, isAlike: true });
});

it.each(['norca', 'trazodone', 'perkosett', 'tram', 'x'.repeat(1_000)])(
  '%s is far from all of them',
  (word) => {
    expect(nearMiss(word)).toBeNull();
  },
);

it('another first letter is no likeness, but is remembered', () => {
  expect(nearMiss('bramadol')).toEqual({ name: 'tramadol', isAlike: false });
  expect(nearMiss('ydromorphone')).toEqual({ name: 'hydromorphone', isAlike: false });
});

it('two slips count from nine letters on', () => {
  expect(nearMiss('tramudul')).toBeNull();
  expect(nearMiss('hydromurphine')).toEqual({ name: 'hydromorphone', isAlike: true });
});

it('an exchange of neighbours is one edit', () => {
  expect(isWithin(1, 'morphine', 'moprhine')).toBe(true);
  expect(isWithin(1, 'morphine', 'mprohine')).toBe(false);
  expect(isWithin(2, 'morphine', 'morfine')).toBe(true);
});
