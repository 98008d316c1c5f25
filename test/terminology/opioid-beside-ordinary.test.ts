/** An opioid beside an ordinary drug in one text, by whatever name people and lists call it: never silently the ordinary drug. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAntagonist } from '#lib/terminology/ingredients.ts';
import { fromText, tables } from './describe-medication.ts';

const NATIONAL = path.join(import.meta.dirname, '..', '..', '..', 'shared', 'terminology', 'national');
const PSYCHOACTIVE = path.join(NATIONAL, 'psychoactive.tsv');
if (!existsSync(PSYCHOACTIVE))
  console.log(
    'opioid beside ordinary: the public lists are not on this machine; the names of the tables are used',
  );
const streetNames = existsSync(PSYCHOACTIVE)
  ? readFileSync(PSYCHOACTIVE, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[0] ?? '')
  : [];

/** Words of everyday language alone: beside a drug they are its directions, its form or what it is for. As the whole text each is asked about. */
const DIRECTIONS: ReadonlySet<string> = new Set([
  'cough',
  'diarrhea relief',
  'diarrhea relief fast dissolve',
  'diarrhoea relief',
  'muscle back pain relief 8',
  'odt',
  'twice',
]);
/** Numbers alone are strengths and counts; these are names with an "s" or tablets behind them. */
const NUMBERS: ReadonlySet<string> = new Set(['222', '282', '292']);
/** Code names in letters and numbers: with a space between they are units and counts. */
const inOnePiece = (name: string): string =>
  /^[a-z]{1,3} (?:\d+|[a-z]+)$/i.test(name) ? name.replace(' ', '-') : name;

const names = [
  ...new Set([
    ...tables.opioidNames.filter(({ ids }) => !ids.every(isAntagonist)).map(({ name }) => name),
    ...streetNames,
    ...'hydro oxy tram subs bupe fent lean bf blues roxy patrol percs M30 T3s 222s'.split(' '),
    'OC 80',
    'Oxy 30s',
    'M-30',
  ]),
]
  .filter((name) => !DIRECTIONS.has(name.toLowerCase()) && !NUMBERS.has(name))
  .map(inOnePiece);

const ordinary = fc.constantFrom(...tables.otherNames, ...tables.otherNamesNational);
const form = fc.constantFrom(
  '',
  '10 mg',
  'tablets',
  'oral',
  '5 mg/5 ml syrup',
  'caps',
  'Teva',
  '1 tab bid prn',
  'for pain',
);
const isLookedAt = (text: string): boolean => ['opioid', 'cannot-tell'].includes(fromText(text).kind);

describe('an opioid beside an ordinary drug', () => {
  it('by every name of the tables, of the street and of research, is an opioid or is asked about', () => {
    const passed = names.filter((name) => !isLookedAt(`lisinopril 10 mg, ${name} tablets`));
    expect(passed).toEqual([]);
  });

  it('is so with words of form and strength in any place, before and after', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        ordinary,
        form,
        form,
        fc.boolean(),
        (name, drug, one, two, first) => {
          const text = first ? `${one} ${name} ${two} ${drug}` : `${drug} ${one}, ${name} ${two}`;
          expect(isLookedAt(text), text).toBe(true);
        },
      ),
      { numRuns: 1_000, endOnFailure: true },
    );
  });

  it.each([
    ['as the brand of another country', 'lisinopril 10 mg, Patrol tablets'],
    ['as a new brand that begins as others do', 'metformin 500 mg and Tramavella'],
    ['as a new brand that ends as others do', 'metformin 500 mg and Zorcodin'],
    ['as a word of the street', 'amlodipine 5 mg, 2 blues daily'],
    ['as a letter and a number', 'amlodipine 5 mg, M-30 once'],
    ['as a number', "omeprazole 20 mg, 222's prn"],
    ['as a word of directions with a strength', 'omeprazole 20 mg, Twice 30 mg capsules'],
    ['as a pump', 'ondansetron 4 mg, PCA'],
  ])('%s: "%s"', (_, text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
  });
});

describe('a word that nobody knows', () => {
  it.each([
    'lisinopril 10 mg, frobnicol 20 mg',
    'frobnicol 37,5 mg + lisinopril 10 mg',
    'naltrexone 4.5 mg; frobnicol 20 mg',
  ])('with a strength of its own is a second product: "%s"', (text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
  });

  it.each([
    'lisinopril 10 mg frobnipharm',
    'frobnipharm lisinopril 10 mg tablets, 30',
    'estradiol 4.8 mg patch, releasing approximately 50 micrograms',
    'aztreonam 1 g, frobnipharm 30 vials',
  ])('without one is a maker: "%s"', (text) => {
    expect(fromText(text).kind).toBe('other');
  });
});

describe('ordinary lines that hold such words', () => {
  it.each([
    'metformin 500 mg take twice a day',
    'fenofibrate 292 mg #30',
    'amlodipine 5 mg, 222',
    'guaifenesin DM for cough',
    'ondansetron ODT 4 mg',
    'Humulin M3 30 units',
    'cod liver oil 1000 mg capsules',
    'diltiazem CD 120 mg',
    'brown sugar, insulin glargine 10 units',
  ])('"%s"', (text) => {
    expect(fromText(text).kind).toBe('other');
  });
});
