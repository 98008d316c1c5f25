/** R11: urine tests for opioids. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { concept, findingsOf, judge, LOINC, naproxen, observation, severityOf } from '../judged.ts';

const opiates = concept(LOINC, '19295-5', 'Opiates [Presence] in Urine');
const screen = (id: string, day: string | undefined, value: string, code: object = opiates) =>
  observation(id, code, day, { valueCodeableConcept: { text: value } });

test.each([
  ['positive 30 days ago blocks', [screen('u', '2026-01-31', 'Positive')], ['blocks']],
  ['positive 31 days ago informs', [screen('u', '2026-01-30', 'Positive')], ['informs']],
  ['positive without a date blocks', [screen('u', undefined, 'Detected')], ['blocks']],
  [
    'positive with a later negative test of the same asks',
    [screen('u', '2026-02-20', 'Positive'), screen('v', '2026-02-22', 'Negative')],
    ['confirm'],
  ],
  [
    'a negative test before it changes nothing',
    [screen('u', '2026-02-20', 'Positive'), screen('v', '2026-02-18', 'Negative')],
    ['blocks'],
  ],
  [
    'a negative of another opioid in the same panel changes nothing',
    [
      screen('u', '2026-02-20', 'Positive'),
      screen('v', '2026-02-20', 'Negative', concept(LOINC, '19550-3', 'Methadone [Presence] in Urine')),
    ],
    ['blocks'],
  ],
  [
    'a negative test of some day this year changes nothing',
    [screen('u', '2026-02-20', 'Positive'), screen('v', '2026', 'Negative')],
    ['blocks'],
  ],
  [
    'a negative test of the same day asks, whichever came first',
    [screen('u', '2026-02-20', 'Positive'), screen('v', '2026-02-20', 'Negative')],
    ['confirm'],
  ],
  [
    'a negative test without a date changes nothing',
    [screen('u', '2026-02-20', 'Positive'), screen('v', undefined, 'Negative')],
    ['blocks'],
  ],
  [
    'positive without a date is not undone by a negative test: it may have come first',
    [screen('u', undefined, 'Positive'), screen('v', '2026-02-20', 'Negative')],
    ['blocks'],
  ],
  ['unclear and older than 30 days is silent', [screen('u', '2026-01-30', 'See comment')], []],
  ['negative is silent', [screen('u', '2026-02-20', 'Not detected')], []],
  ['"non-negative" is a positive screen', [screen('u', '2026-02-20', 'Non-negative')], ['blocks']],
  ['an unclear result asks', [screen('u', '2026-02-20', 'See comment')], ['confirm']],
  [
    'fentanyl counts by its code',
    [screen('u', '2026-02-20', 'Positive', concept(LOINC, '59673-4'))],
    ['blocks'],
  ],
  [
    'buprenorphine counts by its code',
    [screen('u', '2026-02-20', 'Positive', concept(LOINC, '93494-3'))],
    ['blocks'],
  ],
  [
    'a screen in words alone counts',
    [screen('u', '2026-02-20', 'Positive', { text: 'Urine drug screen: oxycodone' })],
    ['blocks'],
  ],
  [
    'a quantity above its limit counts',
    [
      observation('u', opiates, '2026-02-20', {
        valueQuantity: { value: 900 },
        referenceRange: [{ high: { value: 300 } }],
      }),
    ],
    ['blocks'],
  ],
  [
    'a result entered in error is ignored',
    [{ ...screen('u', '2026-02-20', 'Positive'), status: 'entered-in-error' }],
    [],
  ],
  [
    'amphetamines are another thing',
    [screen('u', '2026-02-20', 'Positive', { text: 'Urine drug screen: amphetamines' })],
    [],
  ],
  [
    'morphine in blood is asked about',
    [screen('u', '2026-02-20', 'Positive', { text: 'Morphine [Mass/volume] in Serum' })],
    ['confirm'],
  ],
  [
    'morphine not found in blood is silent',
    [screen('u', '2026-02-20', 'Negative', { text: 'Morphine [Mass/volume] in Serum' })],
    [],
  ],
  [
    'a morphine allergy test is another thing',
    [screen('u', '2026-02-20', 'Positive', { text: 'Morphine IgE [Presence] in Serum' })],
    [],
  ],
  [
    'an opiate screen that names no specimen is asked about',
    [screen('u', '2026-02-20', 'Positive', { text: 'Opiate screen' })],
    ['confirm'],
  ],
  [
    'the opiates of a panel are asked about',
    [
      {
        ...observation('u', { text: 'Drug panel' }, '2026-02-20', {}),
        component: [{ code: { text: 'Opiates' }, valueString: 'Positive' }],
      },
    ],
    ['confirm'],
  ],
  [
    'a drug screen that names an opioid in its words is asked about',
    [screen('u', '2026-02-20', 'Positive for fentanyl and THC', { text: 'Drug screen, urine' })],
    ['confirm'],
  ],
  [
    'a drug screen that names another drug in its words is silent',
    [screen('u', '2026-02-20', 'Positive for THC', { text: 'Drug screen, urine' })],
    [],
  ],
  [
    'a drug screen that names an opioid it did not find is silent',
    [screen('u', '2026-02-20', 'Negative for fentanyl', { text: 'Drug screen, urine' })],
    [],
  ],
  [
    'a drug screen that writes its finding as text is asked about',
    [
      observation('u', { text: 'Drug screen, urine' }, '2026-02-20', {
        valueString: 'Positive for fentanyl',
      }),
    ],
    ['confirm'],
  ],
  [
    'the word of the laboratory without a value counts',
    [
      observation('u', opiates, '2026-02-20', {
        interpretation: [{ coding: [{ code: 'POS' }] }],
      }),
    ],
    ['blocks'],
  ],
  [
    'the opiates of a urine drug screen count',
    [
      {
        ...observation('u', { text: 'Urine drug screen' }, '2026-02-20', {}),
        component: [{ code: { text: 'Opiates' }, valueString: 'Positive' }],
      },
    ],
    ['blocks'],
  ],
  [
    'the cutoff that a urine drug screen states is no result',
    [
      {
        ...observation('u', { text: 'Urine drug screen' }, '2026-02-20', {}),
        component: [{ code: { text: 'Opiates cutoff' }, valueQuantity: { value: 300, unit: 'ng/mL' } }],
      },
    ],
    [],
  ],
  [
    'opiates of a specimen that is called urine count',
    [
      observation('u', { text: 'Opiates' }, '2026-02-20', {
        valueString: 'Positive',
        specimen: { display: 'Urine, random' },
      }),
    ],
    ['blocks'],
  ],
  [
    'a name that stands as the code of a local system counts',
    [screen('u', '2026-02-20', 'Positive', concept('urn:local', 'Urine opiates'))],
    ['blocks'],
  ],
  [
    'a value of a kind that is not read asks',
    [observation('u', opiates, '2026-02-20', { valueRatio: { numerator: { value: 1 } } })],
    ['confirm'],
  ],
  ['U- before a name is urine', [screen('u', '2026-02-20', 'Positive', { text: 'U-Opiates' })], ['blocks']],
  ...(
    [
      ['LA6576-8', ['blocks']],
      ['LA11882-0', ['blocks']],
      ['LA6577-6', []],
      ['LA11883-8', []],
    ] as const
  ).map(
    ([code, severities]) =>
      [
        `LOINC's answer ${code} alone is read`,
        [observation('u', opiates, '2026-02-20', { valueCodeableConcept: concept(LOINC, code) })],
        severities,
      ] as const,
  ),
  ...['Below cutoff', '< cutoff', '<300 ng/mL'].map(
    (value) => [`"${value}" is negative`, [screen('u', '2026-02-20', value)], []] as const,
  ),
  [
    'the word of the laboratory as text counts',
    [observation('u', opiates, '2026-02-20', { interpretation: [{ text: 'Positive' }] })],
    ['blocks'],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R11')).toEqual(severities);
});

test('a later negative test is told with its day, and both are what the finding rests on', () => {
  const rows = [screen('u', '2026-02-20', 'Positive'), screen('v', '2026-02-22', 'Negative')];
  expect(findingsOf(judge([naproxen, ...rows]), 'R11')).toMatchObject([
    {
      code: 'opioid-test-later-negative',
      facts: { negativeOn: '2026-02-22' },
      sources: ['Observation/u', 'Observation/v'],
    },
  ]);
});
