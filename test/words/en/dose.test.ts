import { expect, test } from 'vitest';
import { inWords, milligrams, millilitres, supplyItem, unitsText } from '#lib/words/en/dose.ts';

test('a dose has a leading zero, a space before its unit and no trailing zero', () => {
  expect([500, 1000, 1500, 4500, 250, 1234, 50_000].map(milligrams)).toEqual([
    '0.5 mg',
    '1 mg',
    '1.5 mg',
    '4.5 mg',
    '0.25 mg',
    '1.234 mg',
    '50 mg',
  ]);
  expect([5, 10, 90].map(millilitres)).toEqual(['0.5 mL', '1 mL', '9 mL']);
});

test('every microgram up to 4.5 mg prints as a number that reads back to itself', () => {
  for (let dose = 1; dose <= 4500; dose += 1) {
    const text = milligrams(dose);
    expect(text).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])? mg$/);
    expect(Math.round(Number(text.slice(0, -3)) * 1000)).toBe(dose);
  }
});

test('capsules are counted in words, so that no two numerals stand together', () => {
  const units = (counts: [number, number][]) =>
    unitsText({
      dose: 0,
      capsules: counts.map(([strength, count]) => ({ strength, count })),
      tenthsOfMl: null,
    });
  expect(units([[1500, 1]])).toBe('one 1.5 mg capsule');
  expect(units([[1500, 2]])).toBe('two 1.5 mg capsules');
  expect(
    units([
      [4500, 1],
      [500, 1],
    ]),
  ).toBe('one 4.5 mg capsule and one 0.5 mg capsule');
});

test('millilitres never stand without milligrams and concentration', () => {
  expect(unitsText({ dose: 1500, capsules: null, tenthsOfMl: 30 })).toBe(
    '1.5 mg = 3 mL of the 0.5 mg/mL liquid',
  );
});

test('a supply line names drug, strength and form', () => {
  expect(supplyItem({ item: 'capsule', strength: 1500, quantity: 126 })).toBe('naltrexone 1.5 mg capsule');
  expect(supplyItem({ item: 'tablet', strength: 50_000, quantity: 5 })).toBe('naltrexone 50 mg tablet');
});

test('lists read as a person would say them', () => {
  expect([inWords([]), inWords(['a']), inWords(['a', 'b']), inWords(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});
