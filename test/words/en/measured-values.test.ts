import { expect, test } from 'vitest';
import type { MeasuredNumber } from '#lib/safety/measured-values.ts';
import { measuredValueWords, ruleOfMeasured } from '#lib/words/en/measured-values.ts';
import { day } from '../judgement-fixture.ts';

const alt: MeasuredNumber = {
  kind: 'number',
  thing: 'alt',
  source: 'Observation/a',
  day: day('2025-11-20'),
  value: 22,
  comparator: null,
  unit: 'U/L',
  upperLimit: 40,
};

test.each([
  [alt, 'ALT 22 U/L (limit 40), 20-Nov-2025'],
  [{ ...alt, thing: 'ast', upperLimit: null }, 'AST 22 U/L, 20-Nov-2025'],
  [{ ...alt, thing: 'esr', unit: null, upperLimit: 20, value: 31 }, 'ESR 31 (limit 20), 20-Nov-2025'],
  [
    { ...alt, thing: 'egfr', comparator: '>', value: 90, unit: 'mL/min/{1.73_m2}', upperLimit: null },
    'eGFR >90, 20-Nov-2025',
  ],
  [
    { kind: 'pregnancy', source: 'Observation/p', day: day('2026-02-25'), says: 'negative' },
    'Pregnancy test negative, 25-Feb-2026',
  ],
] as const)('%j reads "%s"', (measured, words) => {
  expect(measuredValueWords(measured)).toBe(words);
});

test('each stands beside the check that asks of it; none asks of the sedimentation rate', () => {
  const rules = (['alt', 'ast', 'egfr', 'esr'] as const).map((thing) => ruleOfMeasured({ ...alt, thing }));
  expect(rules).toEqual(['R15', 'R15', 'R16', null]);
});
