/** What Plan shows as not yet tried. */
import { expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { alternativesLeft } from '#lib/safety/alternatives.ts';
import type { Indication } from '#lib/safety/indication.ts';
import { order, patient, type Resource } from './judged.ts';

const indication: Indication = {
  source: 'Condition/c',
  text: 'Fibromyalgia',
  coding: null,
  kind: 'fibromyalgia',
};

function left(...rows: readonly Resource[]) {
  const read = readBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient(), ...rows].map((resource) => ({ resource })),
  });
  if (!('chart' in read)) throw new Error('the chart was refused');
  return alternativesLeft(read.chart, { indication, jurisdiction: 'US' }).treatments;
}

test('only the alternatives that the chart does not show are left', () => {
  expect(left()).toEqual(['duloxetine', 'milnacipran', 'pregabalin', 'amitriptyline']);
  expect(left(order('a', 'Duloxetine 60 MG'), order('b', 'SAVELLA'))).toEqual([
    'pregabalin',
    'amitriptyline',
  ]);
});

test('an ended order shows that it was tried, a cancelled one does not', () => {
  expect(left(order('a', 'Lyrica 75 mg', { status: 'stopped' }))).not.toContain('pregabalin');
  expect(left(order('a', 'Lyrica 75 mg', { status: 'cancelled' }))).toContain('pregabalin');
});
