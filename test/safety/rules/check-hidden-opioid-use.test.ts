/** R28: signs of opioid use that the record may not show. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  clinically,
  concept,
  condition,
  ICD10,
  judge,
  naproxen,
  order,
  severityOf,
  statement,
  supply,
  verified,
} from '../judged.ts';

test.each([
  ['naloxone 4 mg nasal spray asks', [order('x', 'naloxone 4 mg nasal spray')], ['confirm']],
  ['naloxegol 25 mg tablet asks', [order('x', 'naloxegol 25 mg tablet')], ['confirm']],
  ['methylnaltrexone injection asks', [order('x', 'methylnaltrexone injection')], ['confirm']],
  ['naldemedine 0.2 mg tablet asks', [order('x', 'naldemedine 0.2 mg tablet')], ['confirm']],
  ['alvimopan 12 mg capsule asks', [order('x', 'alvimopan 12 mg capsule')], ['confirm']],
  ['lofexidine 0.18 mg tablet asks', [order('x', 'lofexidine 0.18 mg tablet')], ['confirm']],
  ['long-term opioid use asks', [condition('c', concept(ICD10, 'Z79.891'))], ['confirm']],
  [
    'a naloxone kit that ended 365 days ago asks',
    [
      order('x', 'naloxone 4 mg nasal spray', {
        status: 'completed',
        authoredOn: '2025-03-02',
        ...supply(1),
      }),
    ],
    ['confirm'],
  ],
  [
    'a naloxone kit that ended 366 days ago is silent',
    [
      order('x', 'naloxone 4 mg nasal spray', {
        status: 'completed',
        authoredOn: '2025-03-01',
        ...supply(1),
      }),
    ],
    [],
  ],
  ...[
    'Chronic, continuous use of opioids',
    'On suboxone',
    'Fentanyl overdose',
    'Opioid overdose, accidental',
    'Chronic pain syndrome, on opioids',
    'Opioid-induced constipation',
    'Presence of intrathecal morphine pump',
  ].map((text) => [`"${text}" asks`, [condition('c', { text })], ['confirm']] as const),
  ['poisoning by an opioid asks', [condition('c', concept(ICD10, 'T40.2X1A'))], ['confirm']],
  ...[
    'Family history of opioid overdose',
    'Allergy to opioid analgesic',
    'Insulin pump in situ',
    'Chronic pain syndrome',
    'Current smoker',
  ].map((text) => [`"${text}" is silent`, [condition('c', { text })], []] as const),
  [
    'a naloxone kit without a date asks',
    [order('x', 'naloxone 4 mg nasal spray', { status: 'completed', authoredOn: undefined })],
    ['confirm'],
  ],
  [
    'a naloxone kit still ordered asks, however long ago it was',
    [order('x', 'naloxone 4 mg nasal spray', { authoredOn: '2022-01-10' })],
    ['confirm'],
  ],
  [
    'a naloxone kit drafted long ago asks: it may be signed today',
    [order('x', 'naloxone 4 mg nasal spray', { status: 'draft', authoredOn: '2022-01-10' })],
    ['confirm'],
  ],
  [
    'a naloxone kit that the patient says was never taken is silent',
    [statement('x', 'naloxone 4 mg nasal spray', { status: 'not-taken', effectiveDateTime: '2026-02-01' })],
    [],
  ],
  ['buprenorphine with naloxone is R04', [order('x', 'buprenorphine/naloxone 8/2 mg film')], []],
  [
    'long-term opioid use that was resolved 365 days ago asks',
    [condition('c', concept(ICD10, 'Z79.891'), { ...clinically('resolved'), recordedDate: '2025-03-02' })],
    ['confirm'],
  ],
  [
    'long-term opioid use that was resolved 366 days ago is silent',
    [condition('c', concept(ICD10, 'Z79.891'), { ...clinically('resolved'), recordedDate: '2025-03-01' })],
    [],
  ],
  [
    'long-term opioid use that was resolved on a day nobody knows asks',
    [condition('c', concept(ICD10, 'Z79.891'), clinically('resolved'))],
    ['confirm'],
  ],
  [
    'long-term opioid use on the problem list asks, however long it has stood there',
    [condition('c', concept(ICD10, 'Z79.891'), { recordedDate: '2019-03-01' })],
    ['confirm'],
  ],
  ['a use disorder is R10', [condition('c', concept(ICD10, 'F11.20'))], []],
  ['naltrexone is R12', [order('x', 'naltrexone 50 mg tablet')], []],
  ['a refuted code is silent', [condition('c', concept(ICD10, 'Z79.891'), verified('refuted'))], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R28')).toEqual(severities);
});
