import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { partSearches } from '#lib/chart/read/part-searches.ts';
import { RESULT_CODES } from '#lib/terminology/codes/result-codes.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

const LOINC = /'(\d{3,6}-\d)'/g;
const today = '2026-03-02' as CalendarDate;
const searches = partSearches('Observation', {
  patientId: 'p1',
  capabilities: { kind: 'unavailable', why: 'test' },
  today,
}).map(([first]) => first?.address ?? '');

test('no rule keeps a LOINC code to itself: each question has its codes in one file, which the search reads too', () => {
  for (const folder of [
    '../../../lib/safety/',
    '../../../lib/chart/',
    '../../../lib/drawings/',
    '../../../lib/words/',
  ]) {
    const root = new URL(folder, import.meta.url);
    const own = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(new URL(name, root), 'utf8').matchAll(LOINC)]);
    expect(own.map(([, code]) => code)).toEqual([]);
  }
});

test('every code is asked of a live EHR, in addresses that no server cuts', () => {
  const asked = searches.flatMap(
    (address) => new URLSearchParams(address.split('?')[1]).get('code')?.split(',') ?? [],
  );
  expect(asked.sort()).toEqual([...RESULT_CODES].sort());
  expect(searches.filter((address) => address.length > 1_900)).toEqual([]);
});

test('laboratory results are asked for whatever their codes, for thirteen months', () => {
  expect(searches).toContain('Observation?patient=p1&category=laboratory&date=ge2025-02-02&_count=200');
});

test('every LOINC code ends in its check digit, and none comes twice', () => {
  const loinc = RESULT_CODES.filter((code) => code.includes('-'));
  expect(loinc.filter((code) => code.at(-1) !== checkDigit(code.split('-')[0] ?? ''))).toEqual([]);
  expect(new Set(RESULT_CODES).size).toBe(RESULT_CODES.length);
});

test('every SNOMED CT code ends in its check digit', () => {
  const snomed = RESULT_CODES.filter((code) => !code.includes('-'));
  expect(snomed.length).toBeGreaterThan(15);
  expect(snomed.filter((code) => !isVerhoeff(code))).toEqual([]);
});

/** Modulus 10. @see LOINC Users' Guide, "Calculating mod 10 check digits" */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${(10 - (sum % 10)) % 10}`;
}

/** @see SNOMED CT Release File Specification, "Check-digit": Verhoeff's dihedral check */
function isVerhoeff(code: string): boolean {
  const turned = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const permuted = (digit: number, times: number): number =>
    times === 0 ? digit : permuted(turned[digit] ?? 0, times - 1);
  const product = (a: number, b: number) =>
    a < 5
      ? b < 5
        ? (a + b) % 5
        : ((a + b - 5) % 5) + 5
      : b < 5
        ? ((a - 5 - b + 5) % 5) + 5
        : (a - b + 5) % 5;
  const sum = [...code]
    .reverse()
    .reduce((total, digit, place) => product(total, permuted(Number(digit), place % 8)), 0);
  return sum === 0;
}
