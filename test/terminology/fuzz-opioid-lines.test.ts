/** Any line of an opioid as lists write it, with ordinary words of any language around it, never comes out ordinary. `FUZZ_RUNS=5000` runs it longer. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERYDAY_WORDS } from '#lib/terminology/everyday-words.ts';
import { isAntagonist } from '#lib/terminology/ingredients.ts';
import { fromText, tables } from './describe-medication.ts';

const FILE = path.join(
  import.meta.dirname,
  '..',
  '..',
  '..',
  'shared',
  'terminology',
  'eval',
  'dev-opioid.tsv',
);
const RUNS = Number(process.env.FUZZ_RUNS ?? 500);

/**
 * Names of everyday words and a number alone. As the whole text each is asked about or an opioid; among other words such a word is a direction
 * ("for diarrhea relief", "292 tablets", "cough syrup"), so there they say nothing.
 */
const OF_EVERYDAY_WORDS: ReadonlySet<string> = new Set([
  '292 TABLETS',
  'COUGH SYRUP',
  'Cough Nurse',
  'DIARRHEA RELIEF',
  'DIARRHEA RELIEF FAST DISSOLVE',
  'Diarrhoea Relief',
  'Diarrhoea Relief Cap 2mg',
  'MUSCLE & BACK PAIN RELIEF - 8',
]);
/** Lines that hold an opioid; without the public lists, the names of the tables. */
const all: readonly string[] = existsSync(FILE)
  ? readFileSync(FILE, 'utf8')
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split('\t')[0] ?? '')
      .filter((text) => text !== '')
  : tables.opioidNames
      .filter(({ isAmbiguous, ids }) => !isAmbiguous && !ids.every(isAntagonist))
      .map(({ name }) => name);
/** A list's name of buprenorphine with naloxone, cut short: with a word of injection beside it it is naloxone. */
const CUT_SHORT = 'Naloxone hc';
const lines = all.filter((line) => !OF_EVERYDAY_WORDS.has(line) && line !== CUT_SHORT);
if (!existsSync(FILE))
  console.log('fuzz: the lists are not on this machine; the names of the tables are used');

const terms = tables.deviceTerms;
/** A strip that tests for fentanyl is one, whatever stands beside it. */
const isWord = (word: string): boolean => !terms['test-strip'].has(word);
const ordinaryWords: readonly string[] = [
  ...EVERYDAY_WORDS,
  ...tables.formWords,
  ...tables.makerWords,
  ...tables.deviceWords,
  ...tables.deviceBrands,
  ...terms.kind,
  ...terms.sign,
  ...terms.quality,
  ...terms.brand,
  ...`with und avec con para och eller med voor ogni volta giorno jour täglich dagligen 10cm x 12cm (Teva) [box] #30 50mg`.split(
    ' ',
  ),
].filter(isWord);
const words = fc.array(fc.constantFrom(...ordinaryWords), { maxLength: 3 });

describe('an opioid among ordinary words', () => {
  it('of everyday words alone is an opioid or asked about as the whole text', () => {
    for (const name of OF_EVERYDAY_WORDS)
      expect(['opioid', 'cannot-tell'], name).toContain(fromText(name).kind);
  });

  it('is an opioid or is asked about', () => {
    fc.assert(
      fc.property(fc.constantFrom(...lines), words, words, (line, before, after) => {
        const text = [...before, line, ...after].join(' ');
        expect(['opioid', 'cannot-tell'], text).toContain(fromText(text).kind);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('is so beside the name of an ordinary drug too', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...lines),
        fc.constantFrom(...tables.otherNames, ...tables.otherNamesNational),
        fc.boolean(),
        (line, drug, isFirst) => {
          const text = isFirst ? `${line} ${drug}` : `${drug}, ${line}`;
          expect(['opioid', 'cannot-tell'], text).toContain(fromText(text).kind);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
