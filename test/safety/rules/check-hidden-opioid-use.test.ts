/** R28: signs of opioid use that the record may not show. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import {
  concept,
  condition,
  ICD10,
  judge,
  naproxen,
  order,
  severityOf,
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
  ['a use disorder is R10', [condition('c', concept(ICD10, 'F11.20'))], []],
  ['naltrexone is R12', [order('x', 'naltrexone 50 mg tablet')], []],
  ['a refuted code is silent', [condition('c', concept(ICD10, 'Z79.891'), verified('refuted'))], []],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R28')).toEqual(severities);
});
