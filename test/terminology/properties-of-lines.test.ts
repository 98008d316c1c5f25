/** What holds for every name of the tables, whatever words of form, maker and package stand beside it, in whatever order. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAntagonist } from '../../lib/terminology/ingredients.ts';
import { wordsOf } from '../../lib/terminology/words.ts';
import { fromText, tables } from './describe-medication.ts';

const namesNothing = (word: string): boolean => fromText(word).kind !== 'other';
const beside = fc.array(
  fc.constantFrom(
    ...tables.formWords,
    ...tables.makerWords,
    ...tables.deviceWords.filter(namesNothing),
    ...'tablet 10 mg oral Teva, Ltd comprimé Filmtabletten compresse capsule, injektionsvätska box of 30'.split(
      ' ',
    ),
  ),
  { maxLength: 6 },
);
/** Of initials no order can be read ("O ... B"); of "purple drank" neither word means anything apart. In their order they are opioids. */
const IN_ORDER_ONLY: ReadonlySet<string> = new Set(['A.C. & C', 'B & O', 'S-T Forte 2', 'purple drank']);
const opioidNames = tables.opioidNames.filter(
  ({ name, isAmbiguous, ids }) => !isAmbiguous && !ids.every(isAntagonist) && !IN_ORDER_ONLY.has(name),
);
const otherNames = [...tables.otherNames, ...tables.otherNamesVocabulary, ...tables.otherNamesNational];

describe('words of form, maker, package and device', () => {
  it('beside an opioid never make it ordinary, in any order of the words', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...opioidNames).chain(({ name }) =>
          beside.chain((words) =>
            fc.shuffledSubarray([...name.split(' '), ...words], {
              minLength: words.length + name.split(' ').length,
            }),
          ),
        ),
        (words) => {
          expect(['opioid', 'cannot-tell']).toContain(fromText(words.join(' ')).kind);
        },
      ),
      { numRuns: 1_000, endOnFailure: true },
    );
  });

  it('never make a name of initials ordinary where its order stands', () => {
    fc.assert(
      fc.property(fc.constantFrom(...IN_ORDER_ONLY), beside, beside, (name, before, after) => {
        expect(['opioid', 'cannot-tell']).toContain(fromText([...before, name, ...after].join(' ')).kind);
      }),
      { endOnFailure: true },
    );
  });

  it('beside an ordinary drug never make it an opioid', () => {
    fc.assert(
      fc.property(fc.constantFrom(...otherNames), beside, (name, words) => {
        expect(fromText([name, ...words].join(' ')).kind).not.toBe('opioid');
      }),
      { numRuns: 1_000, endOnFailure: true },
    );
  });

  it('hide no unknown word beside a drug of opioid mixtures, nor beside what an infusion is made up with', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'acetaminophen',
          'promethazine',
          'ibuprofen',
          'sodium chloride 0.9 %',
          'dextrose 5 %',
        ),
        fc.constantFrom('frobnicol', 'zzxqorin'),
        beside,
        (drug, unknown, words) => {
          expect(fromText([unknown, ...words, drug].join(' ')).kind).not.toBe('other');
        },
      ),
      { numRuns: 300, endOnFailure: true },
    );
  });
});

describe('homonyms', () => {
  it('are asked about, with each meaning, and are no plain name in any table', () => {
    const others = new Set(otherNames);
    for (const { name } of tables.homonyms) {
      expect(others.has(name), name).toBe(false);
      expect(fromText(name), name).toMatchObject({ kind: 'cannot-tell', doubts: [{ kind: 'suspicion' }] });
    }
  });
});

describe('reading time', () => {
  it.each(['1', 'a', ' ', '-', '(', '&#', 'a ', '1 ', 'mg '])(
    '20,000 times %j take no time to speak of',
    (piece) => {
      fromText('warm');
      const text = piece.repeat(20_000);
      const start = process.cpuUsage();
      fromText(text);
      const { user } = process.cpuUsage(start);
      expect(user / 1_000).toBeLessThan(200);
      expect(wordsOf(text).length).toBeLessThanOrEqual(20_000);
    },
  );
});
