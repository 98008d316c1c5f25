import { expect, test } from 'vitest';
import { judge, naproxen, order } from './judged.ts';

test('a device among the medicines is shown in the words of the chart, once however often it is ordered', () => {
  const strips = 'Blood glucose test strips';
  const { devices, findings } = judge([
    naproxen,
    order('d1', strips),
    order('d2', strips, { status: 'completed' }),
    order('d3', 'Coloplast SenSura stoma bag 45mm', { status: 'entered-in-error' }),
  ]);
  expect(devices).toEqual([strips]);
  expect(findings.filter(({ rule }) => rule === 'R06')).toEqual([]);
});

test('an opioid in a device is a medicine', () => {
  expect(judge([order('p', 'morphine PCA syringe 50 mg/50 mL')]).devices).toEqual([]);
});
