/** How much naltrexone a row means a day. */
import { expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { dailyMilligrams } from '#lib/safety/rules/naltrexone-dose.ts';
import { order, patient, rxnorm } from '../judged.ts';

const dose = (value: number, unit: string, more: object = {}) => ({
  doseAndRate: [{ doseQuantity: { value, unit } }],
  ...more,
});
const daily = (medication: object | string, ...dosageInstruction: readonly object[]) => {
  const row = order('n', medication, { dosageInstruction });
  const read = readBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: patient() }, { resource: row }],
  });
  if ('refused' in read) throw new Error(read.refused.code);
  const [first] = read.chart.medications;
  return first === undefined ? undefined : dailyMilligrams({ row: first });
};
const twice = { timing: { repeat: { frequency: 2, period: 1, periodUnit: 'd' } } };

test.each<[string, number | null, object | string, object[]]>([
  ['the strength alone', 4.5, 'naltrexone 4.5 mg capsule', []],
  ['a decimal comma', 1.5, 'Naltrexon 1,5 mg Kapsel', []],
  ['micrograms', 1.5, 'naltrexone 1500 mcg capsule', []],
  ['thousands set off by a comma', 50, 'naltrexone 50,000 mcg', []],
  ['the larger of two strengths', 90, 'naltrexone 8 mg / bupropion 90 mg', []],
  ['capsules counted', 4.5, 'naltrexone 1.5 mg capsule', [dose(3, 'capsule')]],
  ['milligrams of a large tablet', 3, 'naltrexone 50 mg tablet', [dose(3, 'mg')]],
  ['millilitres of a known concentration', 4.5, 'naltrexone 0.5 mg/mL solution', [dose(9, 'mL')]],
  ['millilitres of another volume', 4.5, 'naltrexone 5 mg/10 mL solution', [dose(9, 'mL')]],
  ['twice a day', 9, 'naltrexone 4.5 mg capsule', [dose(1, 'capsule', twice)]],
  [
    'the highest step of a titration',
    4.5,
    'naltrexone 1.5 mg capsule',
    [1, 2, 3].map((n) => dose(n, 'capsule', { sequence: n })),
  ],
  ['two lines at one time', 6, 'naltrexone 1.5 mg capsule', [dose(1, 'capsule'), dose(3, 'capsule')]],
  ['the dose in the text', 4.5, 'naltrexone', [{ text: 'take 4.5 mg at bedtime' }]],
  ['a count in the text is not multiplied', null, 'naltrexone 4.5 mg capsule', [{ text: 'take 2 capsules' }]],
  ['no strength and no dose', null, 'naltrexone', []],
  ['a code alone', null, rxnorm('1483744'), []],
  ['a volume of an unknown concentration', null, 'naltrexone liquid', [dose(9, 'mL')]],
  ['a unit nobody knows', null, 'naltrexone 1.5 mg capsule', [dose(1, 'scoop')]],
])('%s', (_, milligrams, medication, dosage) => {
  expect(daily(medication, ...dosage)).toBe(milligrams);
});
