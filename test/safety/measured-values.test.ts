/** What was last measured, beside the checks. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { lastMeasured } from '#lib/safety/measured-values.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import { concept, LOINC, observation, patient, type Resource, SNOMED, TODAY } from './judged.ts';

const ALT = concept(LOINC, '1742-6', 'ALT');
const AST = concept(LOINC, '1920-8', 'AST');
const EGFR = concept(LOINC, '33914-3', 'eGFR');
const ESR = concept(LOINC, '4537-7', 'Sedimentation rate');
const PREGNANCY = concept(LOINC, '2106-3', 'hCG in urine');
const STATUS = concept(LOINC, '82810-3', 'Pregnancy status');

const number = (value: number, more: object = {}) => ({ valueQuantity: { value, unit: 'U/L', ...more } });
const withLimit = (value: number, high: number) => ({
  ...number(value),
  referenceRange: [{ high: { value: high, unit: 'U/L' } }],
});

function told(...rows: readonly Resource[]) {
  const read = readBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient(), ...rows].map((resource) => ({ resource })),
  });
  if (!('chart' in read)) throw new Error('the chart was refused');
  return lastMeasured(read.chart.observations, clinicDays('UTC'), TODAY as CalendarDate).map((value) =>
    value.kind === 'number'
      ? `${value.thing} ${value.comparator ?? ''}${value.value}${value.upperLimit === null ? '' : ` of ${value.upperLimit}`} ${value.day}`
      : `pregnancy ${value.says} ${value.day}`,
  );
}

describe('the last of each', () => {
  test('is told with its limit and its day, in a fixed order', () => {
    expect(
      told(
        observation('p', PREGNANCY, '2026-02-25', { valueCodeableConcept: concept(SNOMED, '260385009') }),
        observation('e', ESR, '2025-11-20', number(18)),
        observation('g', EGFR, '2025-11-20', number(90, { comparator: '>' })),
        observation('t', AST, '2025-11-20', number(24)),
        observation('a1', ALT, '2024-01-01', withLimit(60, 40)),
        observation('a2', ALT, '2025-11-20', withLimit(22, 40)),
      ),
    ).toEqual([
      'alt 22 of 40 2025-11-20',
      'ast 24 2025-11-20',
      'egfr >90 2025-11-20',
      'esr 18 2025-11-20',
      'pregnancy negative 2026-02-25',
    ]);
  });

  test('of one day is the worse', () => {
    const sameDay = (code: object, ...values: readonly number[]) =>
      values.map((value, index) => observation(`o${index}`, code, '2026-01-10', number(value)));
    expect(told(...sameDay(ALT, 22, 80, 30))).toEqual(['alt 80 2026-01-10']);
    expect(told(...sameDay(EGFR, 88, 42, 60))).toEqual(['egfr 42 2026-01-10']);
  });

  test('a pregnancy status says yes or no by its own codes', () => {
    const status = (code: string) =>
      observation('p', STATUS, '2026-02-20', { valueCodeableConcept: concept(SNOMED, code) });
    expect(told(status('60001007'))).toEqual(['pregnancy negative 2026-02-20']);
    expect(told(status('77386006'))).toEqual(['pregnancy positive 2026-02-20']);
  });

  test.each([
    ['entered in error', observation('a', ALT, '2026-01-10', { ...number(22), status: 'entered-in-error' })],
    ['of a day ahead', observation('a', ALT, '2026-04-10', number(22))],
    ['without a day', observation('a', ALT, 'soon', number(22))],
    ['without a number', observation('a', ALT, '2026-01-10', { valueString: 'haemolysed' })],
    ['of something else', observation('a', concept(LOINC, '2345-7', 'Glucose'), '2026-01-10', number(22))],
    ['that says neither', observation('a', PREGNANCY, '2026-01-10', { valueString: 'see comment' })],
  ])('is no result %s', (_, row) => {
    expect(told(row)).toEqual([]);
  });
});
