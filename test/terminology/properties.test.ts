import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingredients } from '#lib/terminology/ingredients.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import {
  ATC,
  coding,
  fromText,
  medication,
  NDC,
  RXNORM,
  recognise,
  SNOMED,
  tables,
} from './describe-medication.ts';

const opioidCoding = fc.oneof(
  fc
    .constantFrom(...[...tables.rxnormOpioids].filter(([, { ids }]) => ids.includes('oxycodone')))
    .map(([code]) => coding(RXNORM, `${code}`)),
  fc.constantFrom(
    coding(ATC, 'N02AA01'),
    coding(SNOMED, '85990009'),
    coding(NDC, '00406-0552-01'),
    coding(null, null, 'Norco'),
  ),
);
const anyCoding = fc.record({
  system: fc.option(fc.oneof(fc.constantFrom(RXNORM, SNOMED, NDC, ATC, 'urn:oid:1.2.3'), fc.string())),
  code: fc.option(fc.oneof(fc.constantFrom('314076', '161', '7243', '2670'), fc.string())),
  display: fc.option(
    fc.oneof(
      fc.constantFrom('lisinopril 10 mg', 'naltrexone', 'tramodol', 'MS'),
      fc.string({ unit: 'grapheme' }),
    ),
  ),
});
const anyMedication = fc.record({
  codings: fc.array(anyCoding, { maxLength: 5 }),
  texts: fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 3 }),
  ingredients: fc.constant([]),
  unresolved: fc.array(fc.record({ code: fc.constant('not-found' as const), reference: fc.string() }), {
    maxLength: 1,
  }),
});

describe('what holds for every medication', () => {
  it('an opioid coding makes it an opioid, whatever stands beside it and wherever it stands', () => {
    fc.assert(
      fc.property(anyMedication, opioidCoding, fc.nat(5), (chart, opioid, place) => {
        const codings = chart.codings.toSpliced(place, 0, opioid);
        expect(recognise({ ...chart, codings }).kind).toBe('opioid');
        const ingredient = medication({ codings: [opioid] });
        expect(recognise({ ...chart, ingredients: [ingredient] }).kind).toBe('opioid');
      }),
    );
  });

  it('the order of codings and texts never matters', () => {
    fc.assert(
      fc.property(anyMedication, (chart) => {
        const turned = { ...chart, codings: chart.codings.toReversed(), texts: chart.texts.toReversed() };
        expect(recognise(turned)).toEqual(recognise(chart));
      }),
    );
  });

  it('is never called opioid without an agonist, nor an agonist without opioid', () => {
    fc.assert(
      fc.property(anyMedication, (chart) => {
        const found = recognise(chart);
        expect(found.agonists.length > 0).toBe(found.kind === 'opioid');
        expect(found.doubts.length > 0).toBe(found.kind === 'cannot-tell');
      }),
    );
  });

  it('random text is never another drug by accident of an unknown word beside a drug of opioid mixtures', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (noise) => {
        const found = fromText(`acetaminophen ${noise}qqzx`);
        expect(found.kind).not.toBe('other');
      }),
    );
  });
});

const plainNames = tables.opioidNames.filter(({ isAmbiguous }) => !isAmbiguous);
const dressings: readonly ((name: string) => string)[] = [
  (name) => name.toUpperCase(),
  (name) => name.replace(/[eio]/, (vowel) => ({ e: 'é', i: 'ï', o: 'ö' })[vowel] ?? vowel),
  (name) => name.replaceAll(/[ -]/g, '\u2013'),
  (name) => name.replaceAll('-', ' '),
  (name) => ` ${name}\n`,
  (name) => `(${name}) 10 mg`,
];

describe('what holds for every opioid name', () => {
  it('casing, accents, dashes and spaces do not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...plainNames), fc.constantFrom(...dressings), ({ name, ids }, dress) => {
        const found = fromText(dress(name));
        const all = [...found.agonists, ...found.antagonists];
        expect(ids.every((id) => all.includes(id))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('one letter dropped, doubled, exchanged or substituted is never another drug, unless it spells one', () => {
    const others = new Set([
      ...tables.otherNames,
      ...tables.otherNamesVocabulary,
      ...tables.otherNamesNational,
    ]);
    const slips: string[] = [];
    for (const { name, kind } of ingredients) {
      const [word = '', ...more] = wordsOf(name.replace(/ \(.*\)/, ''));
      if (kind === 'antagonist' || more.length > 0) continue;
      for (let at = 0; at < word.length; at++) {
        const [before, letter, after] = [word.slice(0, at), word[at] ?? '', word.slice(at + 1)];
        const misspelt = [
          before + after,
          before + letter + letter + after,
          `${before}${after[0] ?? ''}${letter}${after.slice(1)}`,
          ...[...'aeioustdn'].map((other) => before + other + after),
        ];
        for (const slip of misspelt)
          for (const text of [slip, `${slip}/apap 5/325`, `${slip} 10 mg oral tablet`])
            if (fromText(text).kind === 'other' && !others.has(slip)) slips.push(text);
      }
    }
    expect(slips).toEqual([]);
  });
});
