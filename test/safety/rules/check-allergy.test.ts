/** R14: allergies. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import {
  allergy,
  clinically,
  concept,
  judge,
  naproxen,
  rxnorm,
  SNOMED,
  severityOf,
  verified,
} from '../judged.ts';

describe('with capsules, an allergy to', () => {
  test.each([
    ['naltrexone blocks', [allergy('a', 'naltrexone')], ['blocks']],
    [
      'naltrexone by its RxNorm code alone blocks',
      [allergy('a', rxnorm('7243').medicationCodeableConcept)],
      ['blocks'],
    ],
    [
      'naltrexone as the substance of a reaction blocks',
      [
        allergy('a', 'drug allergy', {
          reaction: [{ substance: { text: 'Naltrexone hydrochloride' }, manifestation: [{ text: 'rash' }] }],
        }),
      ],
      ['blocks'],
    ],
    [
      'naltrexone by its SNOMED CT code alone blocks',
      [allergy('a', concept(SNOMED, '87617007'))],
      ['blocks'],
    ],
    ['a brand of it blocks', [allergy('a', 'Vivitrol')], ['blocks']],
    [
      'naltrexone, recorded as resolved, asks',
      [allergy('a', 'naltrexone', clinically('resolved'))],
      ['confirm'],
    ],
    ['naltrexone, refuted, is ignored', [allergy('a', 'naltrexone', verified('refuted'))], []],
    [
      'naltrexone, entered in error, is ignored',
      [allergy('a', 'naltrexone', verified('entered-in-error'))],
      [],
    ],
    ['naloxone asks', [allergy('a', 'naloxone')], ['confirm']],
    ['nalmefene asks', [allergy('a', 'nalmefene')], ['confirm']],
    ['cellulose with capsules informs', [allergy('a', 'microcrystalline cellulose')], ['informs']],
    ['lactose with capsules informs', [allergy('a', 'lactose')], ['informs']],
    ['gelatin informs', [allergy('a', 'gelatin')], ['informs']],
    ['penicillin is silent', [allergy('a', 'penicillin')], []],
    ['iodinated contrast dye is no dye of a capsule', [allergy('a', 'IV contrast dye')], []],
    ['povidone-iodine is no filler', [allergy('a', 'povidone-iodine')], []],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows]), 'R14')).toEqual(severities);
  });
});

describe('with the liquid, an allergy to', () => {
  test.each([
    ['cellulose asks: the tablet contains it', [allergy('a', 'cellulose')], ['confirm']],
    ['lactose asks', [allergy('a', 'lactose monohydrate')], ['confirm']],
    ['a dye asks', [allergy('a', 'tartrazine')], ['confirm']],
    ['gelatin informs', [allergy('a', 'gelatin')], ['informs']],
  ] as const)('%s', (_, rows, severities) => {
    expect(severityOf(judge([naproxen, ...rows], { preparation: 'liquid' }), 'R14')).toEqual(severities);
  });
});

test('the filler to ask for is sucrose, or ginger where sucrose is not tolerated', () => {
  expect(judge([naproxen, allergy('a', 'cellulose')]).filler).toBe('sucrose');
  expect(judge([naproxen, allergy('a', 'cellulose'), allergy('b', 'sucrose')]).filler).toBe('ginger');
  expect(judge([naproxen, allergy('a', 'IV contrast dye')]).filler).toBeNull();
});

test.each([
  ['lactose', ['lactose'], 'sucrose'],
  ['microcrystalline cellulose and FD&C yellow', ['cellulose', 'dye'], 'sucrose'],
  ['sucrose', ['sucrose'], 'ginger'],
  ['sucrose, and ginger', ['sucrose', 'ginger'], null],
  ['capsule fillers', ['unnamed'], 'sucrose'],
  ['penicillin', [], null],
])('an intolerance of %s is named to the pharmacy as what it is', (text, avoid, filler) => {
  expect(judge([naproxen, allergy('a', text)])).toMatchObject({ avoid, filler });
});
