/** Answers that no FHIR server should give: the reader never rejects, and never calls them read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gapsOf, type Json, request } from '../chart-json.ts';
import { EVERYTHING, ehr, fhir, read, searchset } from './ehr.ts';

const hostile = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      resourceType: fc.constantFrom<unknown>('Bundle', 'bundle', ['Bundle'], 'OperationOutcome', 'Patient'),
      type: fc.jsonValue(),
      total: fc.oneof(fc.integer(), fc.jsonValue()),
      link: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.record({ relation: fc.constant('next'), url: fc.jsonValue() })),
      ),
      entry: fc.oneof(
        fc.jsonValue(),
        fc.array(fc.record({ resource: fc.jsonValue(), search: fc.jsonValue() })),
      ),
    },
    { requiredKeys: ['resourceType'] },
  ),
);

test('whatever a server answers to every question, the reader comes back with a chart and its gaps', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (body) => {
      ehr(Object.fromEntries(['Patient/p1', ...EVERYTHING].map((path) => [path, () => fhir(body)])));
      const chart = await read();
      expect(chart.patient.source).toBe('Patient/p1');
      expect(gapsOf(chart).length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});

test('whatever stands beside an order among the rows, the order is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.jsonValue(), { maxLength: 4 }), fc.nat(4), async (rubbish, at) => {
      const entry: unknown[] = rubbish.map((resource) => ({ resource }));
      entry.splice(at, 0, { resource: request() });
      ehr({ MedicationRequest: () => fhir(searchset([], { entry, total: undefined } as Json)) });
      const chart = await read();
      expect(chart.medications.map(({ source }) => source)).toEqual(['MedicationRequest/m1']);
      expect(gapsOf(chart).length).toBe(rubbish.length);
    }),
    { numRuns: 60 },
  );
});
