/** An odd member is a gap where another reading of it could change what the rules say, and nowhere else. As of 2026-03-02. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import {
  bundle,
  chartOf,
  dispense,
  type Json,
  observation,
  patient,
  request,
  statement,
} from '../chart/chart-json.ts';
import { told } from './judged.ts';

const subject = { reference: 'Patient/p1' };
const metformin = request({ id: 'm0', medicationCodeableConcept: { text: 'metformin 500 mg tablet' } });

function judged(...rows: Json[]) {
  return judgeSafety(chartOf(bundle(patient(), metformin, ...rows)), {
    asOf: '2026-03-02' as CalendarDate,
    timeZone: 'Europe/London',
    recognise: installedRecogniser().recognise,
    preparation: 'capsules',
  });
}
const stops = (...rows: Json[]) => judged(...rows).findings.some(({ rule }) => rule === 'R01');
const named = (text: string) => ({ medicationCodeableConcept: { text } });

/** One odd member each, of a request, statement or dispense. */
const ODD: readonly ((text: string) => Json)[] = [
  (text) => request({ ...named(text), status: undefined }),
  (text) => request({ ...named(text), status: 7 }),
  (text) => request({ ...named(text), intent: undefined }),
  (text) => request({ ...named(text), authoredOn: '01/02/2026' }),
  (text) => request({ ...named(text), doNotPerform: 'no' }),
  (text) => request({ ...named(text), dispenseRequest: { expectedSupplyDuration: { value: 30 } } }),
  (text) => request({ ...named(text), dispenseRequest: { numberOfRepeatsAllowed: 1.5 } }),
  (text) =>
    request({
      ...named(text),
      dosageInstruction: [{ timing: { repeat: { boundsDuration: { unit: 'd' } } } }],
    }),
  (text) => request({ ...named(text), dosageInstruction: 'one daily' }),
  (text) => statement({ ...named(text), status: undefined }),
  (text) => statement({ ...named(text), effectivePeriod: 'since June' }),
  (text) => dispense({ ...named(text), daysSupply: { value: -30 } }),
  (text) => dispense({ ...named(text), whenHandedOver: 'yesterday' }),
];

describe('in a row of a medicine', () => {
  test('that is known to be no opioid it is no gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ODD),
        fc.constantFrom(
          'lisinopril 10 mg tablet',
          'amlodipine 5 mg tablet',
          'Sertraline 50 mg',
          'levothyroxine 75 mcg',
        ),
        (row, drug) => {
          expect(judged(row(drug)).opioid.verdict).toBe('none-found');
          expect(stops(row(drug))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('that is an opioid it stays one', () => {
    for (const drug of ['oxycodone 5 mg tablet', 'co-codamol 30/500'])
      for (const row of ODD) {
        expect(stops(row(drug))).toBe(true);
        expect(judged(row(drug)).opioid.verdict).not.toBe('none-found');
      }
  });

  test('that nobody can name is a question as before', () => {
    const { opioid, findings } = judged(request({ ...named('pain pill per Dr X'), intent: undefined }));
    expect(opioid.verdict).toBe('cannot-tell');
    expect(findings.some(({ rule, severity }) => rule === 'R06' && severity === 'confirm')).toBe(true);
  });

  test('what the row is about, whose it is, or a modifier, is a gap whatever the drug', () => {
    for (const odd of [
      { medicationCodeableConcept: { coding: 'x', text: 'lisinopril 10 mg' } },
      { ...named('lisinopril 10 mg'), subject: undefined },
      { ...named('lisinopril 10 mg'), modifierExtension: [{ url: 'urn:x', valueBoolean: true }] },
      { ...named('lisinopril 10 mg'), meta: { tag: [{ code: 'SUBSETTED' }] } },
    ])
      expect(stops(request(odd))).toBe(true);
  });
});

describe('in another row', () => {
  const procedure = (over: Json): Json => ({ resourceType: 'Procedure', id: 'pr', subject, ...over });
  const condition = (over: Json): Json => ({ resourceType: 'Condition', id: 'c', subject, ...over });
  const odd = 'early last year';

  test.each<[string, Json]>([
    [
      'smoking status',
      observation({
        code: { text: 'Tobacco smoking status' },
        effectiveDateTime: odd,
        valueQuantity: undefined,
        valueString: 'never',
      }),
    ],
    ['body weight', observation({ code: { text: 'Body weight' }, valueQuantity: { value: 'seventy' } })],
    [
      'an appendectomy that is over',
      procedure({ status: 'completed', code: { text: 'Appendectomy' }, performedDateTime: odd }),
    ],
    ['hypertension', condition({ code: { text: 'Hypertension' }, onsetDateTime: odd })],
    ['fibromyalgia', condition({ code: { text: 'Fibromyalgia' }, onsetDateTime: odd })],
    ['a visit', { resourceType: 'Encounter', id: 'e', status: 'finished', subject, period: { start: odd } }],
    [
      'an allergy to penicillin',
      {
        resourceType: 'AllergyIntolerance',
        id: 'a',
        patient: subject,
        code: { text: 'Penicillin' },
        recordedDate: odd,
      },
    ],
  ])('that no rule asks about it is no gap: %s', (_, row) => {
    expect(stops(row)).toBe(false);
    expect(judged(row).opioid.verdict).toBe('none-found');
  });

  test.each<[string, Json]>([
    [
      'an opiate screen of a day nobody can read',
      observation({
        code: { text: 'Urine opiates' },
        effectiveDateTime: odd,
        valueQuantity: undefined,
        valueString: 'positive',
      }),
    ],
    [
      'an opiate screen whose value is withheld',
      observation({
        code: { text: 'Urine opiates' },
        valueQuantity: undefined,
        dataAbsentReason: { coding: [{ code: 'masked' }] },
      }),
    ],
    ['an ALT whose value cannot be read', observation({ valueQuantity: { value: 'high' } })],
    [
      'a booked operation without a status',
      {
        resourceType: 'Appointment',
        id: 'ap',
        status: 4,
        start: '2026-03-09T09:00:00Z',
        description: 'Knee surgery',
        participant: [{ actor: subject }],
      },
    ],
    [
      'a visit for withdrawal of a day nobody can read',
      {
        resourceType: 'Encounter',
        id: 'e',
        status: 'finished',
        subject,
        reasonCode: [{ text: 'Opioid withdrawal' }],
        period: { start: odd },
      },
    ],
  ])('that a rule may turn on it is one: %s', (_, row) => {
    expect(stops(row) || judged(row).findings.some(({ severity }) => severity === 'blocks')).toBe(true);
  });
});

test('the age of a patient whose birth date cannot be read is not guessed', () => {
  const chart = chartOf(bundle(patient({ birthDate: 'May 1981', deceasedBoolean: 'no' }), metformin));
  const { findings } = judgeSafety(chart, {
    asOf: '2026-03-02' as CalendarDate,
    timeZone: null,
    recognise: installedRecogniser().recognise,
    preparation: 'capsules',
  });
  expect(findings.filter(({ severity }) => severity === 'blocks').map(({ rule }) => rule)).toContain('R01');
});

test('"No known medications" is the question of an empty list, once, and names no drug', () => {
  for (const medicationCodeableConcept of [
    { text: 'No known medications' },
    { text: 'Patient takes no medication' },
    { text: 'NIL REGULAR MEDICATIONS' },
    { coding: [{ system: 'http://snomed.info/sct', code: '787481004' }] },
    {
      coding: [
        { system: 'http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips', code: 'no-medication-info' },
      ],
    },
  ]) {
    const chart = chartOf(bundle(patient(), statement({ medicationCodeableConcept })));
    const { opioid, findings } = judgeSafety(chart, {
      asOf: '2026-03-02' as CalendarDate,
      timeZone: null,
      recognise: installedRecogniser().recognise,
      preparation: 'capsules',
    });
    expect(opioid).toMatchObject({ verdict: 'cannot-tell', evidence: [] });
    const asked = findings.filter(({ rule }) => rule === 'R06');
    expect(asked.map((finding) => told(finding).message)).toEqual([
      expect.stringContaining('No medication orders recorded'),
    ]);
  }
});
