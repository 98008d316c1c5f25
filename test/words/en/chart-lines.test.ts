import { describe, expect, it } from 'vitest';
import type { Chart, ObservationRow, RequestRow } from '#lib/chart/chart.ts';
import { chartLines } from '#lib/words/en/chart-lines.ts';

const order: RequestRow = {
  kind: 'request',
  source: 'MedicationRequest/m1',
  version: '1',
  state: 'in-force',
  force: 'order',
  status: 'active',
  words: 'pain pill per Dr X',
  medication: { codings: [], texts: ['pain pill per Dr X'], ingredients: [], unresolved: [] },
  forms: [],
  dosage: [],
  author: null,
  orders: [],
  encounter: null,
  categories: [],
  statusReasons: [],
  intent: 'order',
  doNotPerform: false,
  identifiers: [],
  hasOwnExtension: false,
  authoredOn: '2026-02',
  validityStart: null,
  validityEnd: null,
  supplyDays: 30,
  firstFillDays: null,
  fillIntervalDays: null,
  repeats: null,
};

const alt: ObservationRow = {
  source: 'Observation/o1',
  version: '1',
  concept: { codings: [{ system: 'http://loinc.org', code: '1742-6', display: 'ALT' }], text: null },
  state: 'reported',
  status: 'final',
  effective: '2026-01-05',
  value: { kind: 'quantity', value: 22, unit: 'U/L', comparator: null },
  interpretation: [],
  referenceHigh: 40,
  measuredIn: [],
};

const chart = {
  patient: { source: 'Patient/p1' },
  medications: [order],
  allergies: [],
  conditions: [],
  observations: [alt],
  procedures: [],
  encounters: [],
} as unknown as Chart;

describe('the chart word for word', () => {
  it('calls a supply that was only made ready no hand-over', () => {
    const dispense = { ...order, kind: 'dispense', source: 'MedicationDispense/d1', daysSupply: 7 };
    const dates = { whenPrepared: '2026-02-20', whenHandedOver: null };
    const [line] = chartLines({ ...chart, medications: [{ ...dispense, ...dates }] } as unknown as Chart, [
      'MedicationDispense/d1',
    ]);
    expect(line?.facts).toContainEqual({ label: 'Prepared', value: '20-Feb-2026' });
    expect(line?.facts.map(({ label }) => label)).not.toContain('Handed over');
  });

  it('shows an order in its own words and says what is not recorded', () => {
    const [line] = chartLines(chart, ['MedicationRequest/m1']);
    expect(line?.words).toBe('pain pill per Dr X');
    expect(line?.facts).toContainEqual({ label: 'Written', value: 'Feb-2026' });
    expect(line?.facts).toContainEqual({ label: 'Supply', value: '30 days' });
    expect(line?.facts).toContainEqual({ label: 'Recorded by', value: 'Not recorded' });
  });

  it('shows a result with value, unit and limit', () => {
    const [line] = chartLines(chart, ['Observation/o1']);
    expect(line?.facts).toContainEqual({ label: 'Value', value: '22 U/L' });
    expect(line?.facts).toContainEqual({ label: 'Upper limit', value: '40' });
  });

  it('has no line for a source that is no row of the chart', () => {
    expect(chartLines(chart, ['MedicationRequest/gone'])).toEqual([]);
  });
});
