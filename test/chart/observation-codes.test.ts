import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OBSERVATION_CODES } from '#lib/chart/observation-codes.ts';

test('every LOINC code that a rule looks for is asked of a live EHR', () => {
  const folder = new URL('../../lib/safety/', import.meta.url);
  const sought = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, folder), 'utf8').matchAll(/'(\d{3,6}-\d)'/g)])
    .map(([, code]) => code);
  expect(sought.length).toBeGreaterThan(10);
  expect(sought.filter((code) => !OBSERVATION_CODES.includes(`${code}`))).toEqual([]);
});

test('every LOINC code ends in its check digit, and none comes twice', () => {
  const loinc = OBSERVATION_CODES.filter((code) => code.includes('-'));
  expect(loinc.filter((code) => code.at(-1) !== checkDigit(code.split('-')[0] ?? ''))).toEqual([]);
  expect(new Set(OBSERVATION_CODES).size).toBe(OBSERVATION_CODES.length);
});

/** Modulus 10. @see LOINC Users' Guide, "Calculating mod 10 check digits" */
function checkDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const weighed = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return `${(10 - (sum % 10)) % 10}`;
}
