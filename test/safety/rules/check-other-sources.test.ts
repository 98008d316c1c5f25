/** R09: what no chart shows. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  concept,
  dispense,
  findingsOf,
  judge,
  LOINC,
  naproxen,
  observation,
  order,
  patient,
  type Resource,
  SNOMED,
  tramadol,
} from '../judged.ts';

const question = (overrides: Readonly<Record<string, unknown>>, ...rows: readonly Resource[]) =>
  findingsOf(judge([patient(overrides), naproxen, ...rows]), 'R09')[0]?.question;
const result = (day: string, code: string) =>
  observation('p', concept(LOINC, '82810-3'), day, { valueCodeableConcept: concept(SNOMED, code) });

test('it is asked of every chart, and of each once', () => {
  expect(findingsOf(judge([naproxen]), 'R09')).toMatchObject([{ key: 'R09', severity: 'confirm' }]);
  expect(findingsOf(judge([naproxen]), 'R09')[0]?.message).toMatch(
    /PDMP.*leftover.*over-the-counter.*clinic-dispensed.*borrowed.*illicit.*kratom/,
  );
});

test.each([
  ['a woman of 55 is asked about pregnancy', { birthDate: '1970-03-03' }, true],
  ['a woman of 56 is not', { birthDate: '1970-03-02' }, false],
  ['a girl of 12 is', { birthDate: '2014-03-02' }, true],
  ['a girl of 11 is not', { birthDate: '2014-03-03' }, false],
  ['a man is not', { gender: 'male' }, false],
  ['a patient whose sex is not recorded is', { gender: undefined }, true],
  ['a woman whose age is not known is', { birthDate: undefined }, true],
])('%s', (_, overrides, asksPregnancy) => {
  expect(question(overrides)).toMatchObject({
    kind: 'monitoring-and-interview',
    washoutDays: 14,
    asksPregnancy,
  });
});

test.each([
  ['a negative result of 30 days ago answers it', '2026-01-31', '60001007', false],
  ['a negative result of 31 days ago does not', '2026-01-30', '60001007', true],
  ['a positive result of 294 days ago answers it', '2025-05-12', '77386006', false],
  ['a positive result of 295 days ago does not', '2025-05-11', '77386006', true],
])('%s', (_, day, code, asksPregnancy) => {
  expect(question({}, result(day, code))).toMatchObject({ asksPregnancy });
});

const asNeeded = { dosageInstruction: [{ text: 'one as needed for pain', asNeededBoolean: true }] };
const handedOver = (day: string, more: object = {}, drug: object | string = tramadol) =>
  dispense('d', drug, day, 7, { ...asNeeded, ...more });

test.each([
  [
    'taken as needed and over for 365 days are asked about',
    handedOver('2025-02-24'),
    ['MedicationDispense/d'],
  ],
  ['over for 366 days are not', handedOver('2025-02-23'), []],
  ['over for ten days are', handedOver('2026-02-12'), ['MedicationDispense/d']],
  [
    'taken by the clock and over are not: they were used up',
    handedOver('2025-12-01', { dosageInstruction: [] }),
    [],
  ],
  ['ordered and still taken are no leftovers', order('o', tramadol, asNeeded), []],
  ['never handed over are none', handedOver('2025-12-01', { status: 'cancelled' }), []],
  ['of no opioid are nobody’s concern', handedOver('2025-12-01', {}, 'ibuprofen 400 mg tablet'), []],
])('tablets that were %s', (_, row, sources) => {
  expect(findingsOf(judge([naproxen, row]), 'R09')).toMatchObject([{ sources }]);
});

test.each([
  ['nobody says which', undefined, 'Prescription monitoring record (PDMP) checked?'],
  ['the US', 'US', 'Prescription monitoring record (PDMP) checked?'],
  [
    'Australia',
    'AU',
    'Real-time prescription monitoring (SafeScript, QScript, ScriptCheckSA, ScriptCheckWA, CanberraScript, NTScript, DORA) checked?',
  ],
  [
    'Canada',
    'CA',
    "The province's record of dispensed medicines (PharmaNet, Netcare, DHDR) checked? Patient asked about leftover, over-the-counter (acetaminophen with codeine 8 mg)",
  ],
  ['the United Kingdom', 'GB', 'Patient asked about leftover, over-the-counter (co-codamol 8/500, '],
  ['New Zealand', 'NZ', 'Patient asked about leftover, over-the-counter, clinic-dispensed'],
  ['Spain', 'ES', 'Patient asked about leftover, over-the-counter, clinic-dispensed'],
] as const)('in %s it begins: %s', (_, jurisdiction, begins) => {
  const [finding] = findingsOf(judge([patient({ gender: 'male' }), naproxen], { jurisdiction }), 'R09');
  expect(finding?.message.startsWith(begins)).toBe(true);
  expect(finding?.severity).toBe('confirm');
});

test.each([
  ['US', ['monitoring-checked', 'no-monitoring-record']],
  ['NZ', ['patient-asked']],
] as const)('the reasons of %s ask of nothing that is not there', (jurisdiction, ids) => {
  const [finding] = findingsOf(judge([naproxen], { jurisdiction }), 'R09');
  expect(finding?.reasons.map(({ id }) => id)).toEqual(ids);
});
