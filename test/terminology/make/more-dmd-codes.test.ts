import { describe, expect, it } from 'vitest';
import { ingredient, isAntagonist } from '#lib/terminology/ingredients.ts';
import { readCsv } from '#lib/terminology/make/csv.ts';
import { dmdProducts } from '#lib/terminology/make/dmd-products.ts';
import {
  type DmdFact,
  dmdFacts,
  MORE_DMD_CODES,
  moreDmdFaults,
  withMoreDmdCodes,
} from '#lib/terminology/make/more-dmd-codes.ts';
import { isConceptNumber } from '#lib/terminology/make/sctid.ts';
import { fromCode, fromText, SNOMED, tables } from '../describe-medication.ts';

const DMD = 'https://dmd.nhs.uk';
/** Methadone stays long however it is made. */
const isLongItself = (id: string): boolean => ingredient(id)?.longActing === 'yes';
const RELEASES = { yes: 'long-acting', no: 'immediate', unknown: 'unknown' } as const;
const SOURCE: readonly DmdFact[] = [
  ['codeine no', '322502004'],
  ['dihydrocodeine unknown', '322546007'],
];
const KINDS = new Map([
  ['codeine', 'full-agonist'],
  ['dihydrocodeine', 'full-agonist'],
  ['buprenorphine', 'partial-agonist'],
  ['naloxone', 'antagonist'],
]);
const faults = (...ours: DmdFact[]) => moreDmdFaults(SOURCE, KINDS, ours);

describe('UK product codes typed over from public lists', () => {
  it('each is found as its ingredients with its release, by dm+d and by SNOMED CT, and stands in no table of ordinary drugs', () => {
    const wrong = MORE_DMD_CODES.filter(([key, code]) => {
      const [ids = '', told = ''] = key.split(' ');
      const release = ids.split(';').some(isLongItself) ? 'yes' : (told as keyof typeof RELEASES);
      const found = fromCode(DMD, code);
      return (
        [...found.agonists, ...found.antagonists].sort().join(';') !== ids ||
        found.release !== RELEASES[release] ||
        fromCode(SNOMED, code).kind !== 'opioid' ||
        tables.rxnormOthers.has(Number(code))
      );
    });
    expect(wrong).toEqual([]);
    expect(MORE_DMD_CODES.length).toBeGreaterThan(500);
    expect(new Set(MORE_DMD_CODES.map(([, code]) => code)).size).toBe(MORE_DMD_CODES.length);
  });

  it('every SNOMED CT number of the tables, typed over or not, has its check digit', () => {
    expect([...tables.snomed.keys()].filter((code) => !isConceptNumber(code))).toEqual([]);
  });

  it('one wrong digit, and two neighbours the wrong way round, are told', () => {
    for (const [, code] of MORE_DMD_CODES.slice(0, 60))
      for (let at = 0; at < code.length; at++) {
        const digit = Number(code[at]);
        const wrong = `${code.slice(0, at)}${(digit + 1) % 10}${code.slice(at + 1)}`;
        const swapped = `${code.slice(0, at)}${code[at + 1] ?? ''}${digit}${code.slice(at + 2)}`;
        expect(isConceptNumber(wrong)).toBe(false);
        if (swapped !== code) expect(isConceptNumber(swapped)).toBe(false);
      }
  });

  it('buprenorphine with naloxone is an opioid; no code of an antagonist alone is', () => {
    expect(fromCode(DMD, '11055811000001106').agonists).toEqual(['buprenorphine']);
    expect(fromCode(DMD, '245055001000027109').antagonists).toEqual(['naloxone']);
    const antagonistsAlone = [...tables.snomed].filter(([, { ids }]) => ids.every(isAntagonist));
    expect(antagonistsAlone.length).toBeGreaterThan(4);
    expect(antagonistsAlone.filter(([code]) => fromCode(DMD, code).kind === 'opioid')).toEqual([]);
  });

  it.each(['134614006', '400211000001104', '3799811000001106', '230895001000027108'])(
    'apomorphine, which those lists hold among the opioids, is none: %s',
    (code) => {
      expect(isConceptNumber(code)).toBe(true);
      expect(fromCode(DMD, code).kind).not.toBe('opioid');
    },
  );

  it.each([
    ['MXL 120 mg capsules', '3883211000001109'],
    ['MST 30mg', '3078711000001103'],
    ['Zydol SR 100mg tablets', '306311000001100'],
    ['Palladone SR 8mg capsules', '3870411000001105'],
    ['DHC Continus 60mg tablets', '3037111000001103'],
    ['Onexila XL 20mg tablets', '34051911000001107'],
  ])(
    'a product that says its release by a word of its brand is long-acting, by name and by code: %s',
    (name, code) => {
      expect(fromText(name).release).toBe('long-acting');
      expect(fromCode(DMD, code).release).toBe('long-acting');
    },
  );
});

describe('making the table of dm+d', () => {
  it('a code that the source lacks is added; what the source says of one is kept', () => {
    const ours = dmdFacts('# where from\ncodeine yes: 322502004 322503009\n');
    expect(withMoreDmdCodes(SOURCE, ours)).toEqual([...SOURCE, ['codeine yes', '322503009']]);
  });

  it('a number that was given up has the release and the form of the product that it became', () => {
    const rows = readCsv(
      `dmd_code,ingredient_ids,display
1,fentanyl,VMP previous to 2
2,fentanyl,Fentanyl 25micrograms/hour transdermal patches
3,morphine,VMP previous to 4`,
      'test.csv',
    );
    expect(dmdProducts(rows)).toEqual([
      ['fentanyl yes patch', '1'],
      ['fentanyl yes patch', '2'],
      ['morphine unknown', '3'],
    ]);
    expect(fromCode(DMD, '333919005').lastingForm).toBe('patch');
  });

  it('a sound fact has no fault', () => {
    expect(faults(['codeine no', '322503009'], ['buprenorphine;naloxone no', '11055811000001106'])).toEqual(
      [],
    );
  });

  it.each([
    ['a mistyped code', [['codeine no', '322503008']], 'is no SNOMED CT number'],
    ['a number of a description', [['codeine no', '754786011']], 'is no SNOMED CT number'],
    [
      'the same code twice',
      [
        ['codeine no', '322503009'],
        ['codeine yes', '322503009'],
      ],
      'stands there twice',
    ],
    ['an antagonist alone', [['naloxone no', '322503009']], 'names no opioid'],
    ['an ingredient that nobody knows', [['codeine;codein no', '322503009']], 'unknown ingredient'],
    [
      'another ingredient than in the source',
      [['buprenorphine no', '322502004']],
      'is codeine in the source',
    ],
  ] as const)('%s is a fault', (_, ours, fault) => {
    expect(faults(...(ours as readonly DmdFact[])).join()).toContain(fault);
  });
});
