import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { opioidCourses } from '#lib/drawings/opioid-courses.ts';
import { opioidRow } from '../words/judgement-fixture.ts';

const order = opioidRow({ source: 'MedicationRequest/m1', state: 'recent' });
const dispense = (id: string, ...carriesOut: readonly string[]) =>
  opioidRow({ source: `MedicationDispense/${id}`, carriesOut, state: 'historical' });
const shape = (evidence: Parameters<typeof opioidCourses>[0]) =>
  opioidCourses(evidence).map(({ head, parts, state }) => [
    head.source,
    parts.map(({ source }) => source),
    state,
  ]);

describe('the courses of opioids', () => {
  it('are an order with what was handed out of it, as bad as the worst of them', () => {
    expect(shape([dispense('d1', order.source), order, dispense('d2', order.source)])).toEqual([
      ['MedicationRequest/m1', ['MedicationDispense/d1', 'MedicationDispense/d2'], 'recent'],
    ]);
  });

  it('leave alone what carries out an order that is not there, and orders of their own', () => {
    expect(shape([order, dispense('d1', 'MedicationRequest/other')])).toEqual([
      ['MedicationRequest/m1', [], 'recent'],
      ['MedicationDispense/d1', [], 'historical'],
    ]);
  });

  it('hold every row once, however the rows name each other', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const someRow = fc.record({ id: fc.constantFrom(...ids), orders: fc.subarray(ids) });
    fc.assert(
      fc.property(fc.uniqueArray(someRow, { selector: ({ id }) => id }), (rows) => {
        const evidence = rows.map(({ id, orders }) => opioidRow({ source: id, carriesOut: orders }));
        const told = opioidCourses(evidence).flatMap(({ head, parts }) => [head, ...parts]);
        expect(told.map(({ source }) => source).sort()).toEqual(evidence.map(({ source }) => source).sort());
      }),
    );
  });
});
