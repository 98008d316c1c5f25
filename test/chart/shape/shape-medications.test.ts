/** FHIR rows as rows of the chart, kind by kind. */
import { describe, expect, test } from 'vitest';
import {
  administration,
  bundle,
  chartOf,
  dispense,
  gapsOf,
  type Json,
  patient,
  request,
  statement,
} from '../chart-json.ts';

const medicationOf = (row: Json, ...others: Json[]) =>
  chartOf(bundle(patient(), row, ...others)).medications[0];
const dosageOf = (dosage: Json) => medicationOf(request({ dosageInstruction: [dosage] }))?.dosage[0];

describe('durations become whole days, rounded up', () => {
  test.each<[Json, number]>([
    [{ value: 30, unit: 'days', code: 'd' }, 30],
    [{ value: 30, unit: 'days' }, 30],
    [{ value: 2, unit: 'Weeks' }, 14],
    [{ value: 1, code: 'mo' }, 31],
    [{ value: 1, code: 'a' }, 366],
    [{ value: 72, code: 'h' }, 3],
    [{ value: 20, unit: 'hours', code: 'h' }, 1],
    [{ value: 2.5, code: 'd' }, 3],
    [{ value: '30', unit: 'day(s)' }, 30],
    [{ value: 1e300, code: 'd' }, 36_525],
  ])('%j is %i days', (expectedSupplyDuration, days) => {
    expect(medicationOf(request({ dispenseRequest: { expectedSupplyDuration } }))).toMatchObject({
      supplyDays: days,
    });
  });

  test.each<Json>([{ value: 0, code: 'd' }, { value: 0 }])(
    '%j is no duration, and nothing odd',
    (duration) => {
      const row = request({ dispenseRequest: { expectedSupplyDuration: duration } });
      const chart = chartOf(bundle(patient(), row));
      expect(chart.medications).toMatchObject([{ supplyDays: null }]);
      expect(gapsOf(chart)).toEqual([]);
    },
  );

  test.each<Json>([
    { value: 30 },
    { value: 30, unit: 'tablets' },
    { value: -3, code: 'd' },
    { unit: 'd' },
    { value: '3O', code: 'd' },
  ])('%j is no number of days, and an incomplete read', (expectedSupplyDuration) => {
    const chart = chartOf(bundle(patient(), request({ dispenseRequest: { expectedSupplyDuration } })));
    expect(chart.medications).toMatchObject([{ supplyDays: null }]);
    expect(gapsOf(chart)).toHaveLength(1);
  });

  test("a dispense's daysSupply is in days where it names no unit", () => {
    expect(medicationOf(dispense({ daysSupply: { value: 7 } }))).toMatchObject({ daysSupply: 7 });
  });

  test('the first fill and the time between fills are days, rounded up', () => {
    const dispenseRequest = {
      initialFill: { duration: { value: 36, code: 'h' } },
      dispenseInterval: { value: 4, code: 'wk' },
    };
    expect(medicationOf(request({ dispenseRequest }))).toMatchObject({
      firstFillDays: 2,
      fillIntervalDays: 28,
    });
    expect(medicationOf(request({}))).toMatchObject({ firstFillDays: null, fillIntervalDays: null });
  });

  test('repeats are a count', () => {
    const repeats = (numberOfRepeatsAllowed: unknown) =>
      medicationOf(request({ dispenseRequest: { numberOfRepeatsAllowed } }));
    expect(repeats(5)).toMatchObject({ repeats: 5 });
    expect(repeats(-1)).toMatchObject({ repeats: null });
    expect(repeats(1.5)).toMatchObject({ repeats: null });
    expect(repeats(1e9)).toMatchObject({ repeats: 1_000 });
  });
});

describe('a dosage line', () => {
  test('bounds as a period, a duration or the far end of a range', () => {
    const bounds = (repeat: Json) => dosageOf({ timing: { repeat } });
    expect(bounds({ boundsPeriod: { start: '2026-01-01', end: '2026-01-31' } })).toMatchObject({
      boundsStart: '2026-01-01',
      boundsEnd: '2026-01-31',
      boundsDays: null,
    });
    expect(bounds({ boundsDuration: { value: 2, code: 'wk' } })).toMatchObject({ boundsDays: 14 });
    expect(
      bounds({ boundsRange: { low: { value: 5, code: 'd' }, high: { value: 7, code: 'd' } } }),
    ).toMatchObject({
      boundsDays: 7,
    });
  });

  test('moments to take it at are kept, and one that is no date is a fault', () => {
    expect(dosageOf({ timing: { event: ['2026-02-24T08:00:00Z', '2026-02-25'] } })?.events).toEqual([
      '2026-02-24T08:00:00Z',
      '2026-02-25',
    ]);
    const bad = chartOf(
      bundle(patient(), request({ dosageInstruction: [{ timing: { event: ['soon', '2026-02-25'] } }] })),
    );
    expect(bad.medications[0]?.dosage[0]?.events).toEqual(['2026-02-25']);
    expect(gapsOf(bad)[0]?.what).toContain('timing.event is no date');
  });

  test('as needed, said outright or for a reason', () => {
    expect(dosageOf({ asNeededBoolean: true })?.asNeeded).toBe(true);
    expect(dosageOf({ asNeededCodeableConcept: { text: 'pain' } })?.asNeeded).toBe(true);
    expect(dosageOf({ asNeededBoolean: false })?.asNeeded).toBe(false);
  });

  test.each(['rateRatio', 'rateRange', 'rateQuantity'])('a %s makes it an infusion', (rate) => {
    expect(dosageOf({ doseAndRate: [{ [rate]: {} }] })?.infusion).toBe(true);
    const given = medicationOf(administration({ dosage: { [rate]: {}, route: { text: 'epidural' } } }));
    expect(given?.dosage).toMatchObject([{ infusion: true, route: { text: 'epidural' } }]);
  });
});

describe('a medication row', () => {
  test('a request carries its dates, intent, identifiers, categories and who said so', () => {
    const row = request({
      meta: { versionId: '3' },
      doNotPerform: true,
      category: [{ coding: [{ code: 'inpatient' }] }, { text: 'Discharge' }],
      identifier: [{ system: 'urn:a', value: 'b' }],
      encounter: { reference: 'Encounter/e1' },
      basedOn: [{ reference: 'MedicationRequest/plan1' }],
      recorder: { reference: 'PractitionerRole/r1' },
      dispenseRequest: { validityPeriod: { start: '2026-01-01', end: '2026-02-01' } },
    });
    const role = { resourceType: 'PractitionerRole', id: 'r1', practitioner: { display: 'Nurse Example' } };
    expect(medicationOf(row, role)).toMatchObject({
      version: '3',
      doNotPerform: true,
      categories: ['inpatient', 'Discharge'],
      identifiers: [{ system: 'urn:a', value: 'b' }],
      encounter: 'Encounter/e1',
      orders: ['MedicationRequest/plan1'],
      author: 'Nurse Example',
      validityStart: '2026-01-01',
      validityEnd: '2026-02-01',
    });
  });

  test('its author is a display, else a name that leads there; an address names nobody', () => {
    const author = (requester: Json) =>
      medicationOf(request({ requester }), { resourceType: 'Organization', id: 'o', name: 'Example Clinic' })
        ?.author;
    expect(author({ reference: 'Organization/o', display: 'Dr A. Example' })).toBe('Dr A. Example');
    expect(author({ reference: 'Organization/o' })).toBe('Example Clinic');
    expect(author({ reference: 'Practitioner/none' })).toBeNull();
  });

  test('a statement lasts from its effective start to its end', () => {
    expect(
      medicationOf(
        statement({ effectivePeriod: { start: '2026-01', end: '2026-02' }, dateAsserted: '2026-02-03' }),
      ),
    ).toMatchObject({ effectiveStart: '2026-01', effectiveEnd: '2026-02', dateAsserted: '2026-02-03' });
    expect(medicationOf(statement({ effectivePeriod: { start: '2026-01' } }))).toMatchObject({
      effectiveEnd: null,
    });
    expect(medicationOf(statement({ effectiveDateTime: '2026-01-05' }))).toMatchObject({
      effectiveStart: '2026-01-05',
      effectiveEnd: null,
    });
  });

  test('a dispense and an administration name the orders they carry out', () => {
    const order = { reference: 'MedicationRequest/m1' };
    expect(medicationOf(dispense({ authorizingPrescription: [order] }))?.orders).toEqual([
      'MedicationRequest/m1',
    ]);
    expect(medicationOf(administration({ request: order }))?.orders).toEqual(['MedicationRequest/m1']);
    expect(medicationOf(administration({ context: { reference: 'Encounter/e1' } }))?.encounter).toBe(
      'Encounter/e1',
    );
  });

  test.each(['active', 'on-hold', 'brand-new-status'])('status %s stays as it is', (status) => {
    expect(medicationOf(request({ status }))?.status).toBe(status);
  });
});

describe('dose and reason', () => {
  const daily = (repeat: Json, dose: Json = { value: 1.5, unit: 'mg' }) =>
    dosageOf({ sequence: 2, timing: { repeat }, doseAndRate: [{ doseQuantity: dose }] });

  test.each<[Json, number | null]>([
    [{ frequency: 1, period: 1, periodUnit: 'd' }, 1],
    [{ frequency: 1, frequencyMax: 2, period: 1, periodUnit: 'd' }, 2],
    [{ frequency: 1, period: 12, periodUnit: 'h' }, 2],
    [{ frequency: 1, period: 1, periodUnit: 'wk' }, 1 / 7],
    [{ when: ['MORN', 'HS'] }, 2],
    [{ period: 'daily' }, null],
  ])('%j is %d times a day', (repeat, times) => {
    const line = daily(repeat);
    if (times === null) expect(line?.timesPerDay).toBeNull();
    else expect(line?.timesPerDay).toBeCloseTo(times);
    expect(line).toMatchObject({ sequence: 2, dose: { value: 1.5, unit: 'mg' } });
  });

  test('the largest dose of a range counts; what cannot be read is no dose and no gap', () => {
    const range = { doseRange: { low: { value: 1, unit: 'mg' }, high: { value: 3, unit: 'mg' } } };
    expect(dosageOf({ doseAndRate: [range] })?.dose).toEqual({ value: 3, unit: 'mg' });
    const odd = request({ dosageInstruction: [{ doseAndRate: [{ doseQuantity: { value: 'one' } }] }] });
    const chart = chartOf(bundle(patient(), odd));
    expect(chart.medications[0]?.dosage[0]?.dose).toBeNull();
    expect(gapsOf(chart)).toEqual([]);
  });

  test.each([
    ['an order', request({ statusReason: { text: 'nausea' } })],
    ['a statement', statement({ statusReason: [{ text: 'nausea' }] })],
    ['a dispense', dispense({ statusReasonCodeableConcept: { text: 'nausea' } })],
    ['an administration', administration({ statusReason: [{ text: 'nausea' }] })],
  ])('%s says why it has its status', (_, row) => {
    expect(medicationOf(row)?.statusReasons).toEqual([{ codings: [], text: 'nausea' }]);
  });
});
