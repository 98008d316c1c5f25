/** The verdict table: how many opioid-free days each kind of opioid needs. */
import { describe, expect, test } from 'vitest';
import { administration, judge, naproxen, ndc, order, rxnorm, supply } from '../judged.ts';
import { check } from './verdict-rows.ts';

describe('washout', () => {
  const of = (medication: string | object, authoredOn: string) => [
    order('x', medication, { status: 'completed', authoredOn, ...supply(1) }),
  ];
  check([
    {
      name: 'of an immediate-release tablet is 10 days',
      rows: of('oxycodone 5 mg immediate release tablet', '2026-02-19'),
      verdict: 'none-found',
      clear: '2026-03-02',
    },
    {
      name: 'of an extended-release tablet is 14 days',
      rows: of('oxycodone 10 mg extended release tablet', '2026-02-16'),
      verdict: 'present',
      clear: '2026-03-03',
    },
    {
      name: 'of an extended-release tablet ends on day 15',
      rows: of('oxycodone 10 mg extended release tablet', '2026-02-15'),
      verdict: 'none-found',
      clear: '2026-03-02',
    },
    {
      name: 'of a product of unknown release is 14 days',
      rows: of('morphine 15 mg', '2026-02-16'),
      verdict: 'present',
      clear: '2026-03-03',
    },
    {
      name: 'of levorphanol is 14 days',
      rows: of('levorphanol 2 mg tablet', '2026-02-16'),
      verdict: 'present',
    },
    {
      name: 'of methadone is 14 days, and its service is named',
      rows: of('methadone 10 mg tablet', '2026-02-16'),
      verdict: 'present',
      raises: ['R04 blocks'],
    },
    {
      name: 'of methadone ends on day 15',
      rows: of('methadone 10 mg tablet', '2026-02-15'),
      verdict: 'none-found',
      raises: [],
    },
    {
      name: 'of buprenorphine is 14 days',
      rows: of('buprenorphine 8 mg sublingual tablet', '2026-02-16'),
      verdict: 'present',
      raises: ['R04 blocks'],
    },
  ]);

  test.each([
    [
      'a fentanyl patch is worn for 3 days',
      'fentanyl 25 mcg/hr transdermal patch',
      '2026-02-15',
      '2026-03-02',
    ],
    [
      'a buprenorphine patch is worn for 7 days',
      'buprenorphine 10 mcg/hr weekly patch',
      '2026-02-19',
      '2026-03-06',
    ],
    ['a patch of another opioid counts as worn for 7 days', 'sufentanil patch', '2026-02-19', '2026-03-06'],
    ['a fentanyl patch known by its code alone is a patch', rxnorm('245134'), '2026-02-15', '2026-03-02'],
    ['and so is one of buprenorphine', rxnorm('904870'), '2026-02-19', '2026-03-06'],
    [
      'a buprenorphine patch known by its package number alone is one',
      ndc('00093-3602-40'),
      '2026-02-19',
      '2026-03-06',
    ],
    ['Duragesic known by its code alone is one', rxnorm('1168205'), '2026-02-15', '2026-03-02'],
    [
      'a buprenorphine patch of the United Kingdom known by its code alone is one',
      { medicationCodeableConcept: { coding: [{ system: 'https://dmd.nhs.uk', code: '9565311000001104' }] } },
      '2026-02-19',
      '2026-03-06',
    ],
  ])('%s', (_, patch, last, clear) => {
    const [row] = judge([naproxen, administration('a', patch, '2026-02-12')]).opioid.evidence;
    expect([row?.lastExposure, row?.clearFrom]).toEqual([last, clear]);
  });
});
