/** Words in the stem of ordinary drugs are ordinary, and no opioid of any table has such a stem. */
import { describe, expect, it } from 'vitest';
import { hasOrdinaryStem } from '#lib/terminology/inn-stems.ts';
import { fromText, tables } from './describe-medication.ts';

/** Ordinary partners in the names of mixtures. */
const others = new Set([...tables.otherNames, ...tables.otherNamesVocabulary, ...tables.otherNamesNational]);

describe('stems', () => {
  it("no word of an opioid's name ends in one", () => {
    const words = tables.opioidNames
      .flatMap((name) => [...name.words, ...name.ids])
      .filter((word) => !others.has(word));
    expect(words.length).toBeGreaterThan(3_000);
    expect(words.filter(hasOrdinaryStem)).toEqual([]);
  });

  it.each([
    'brorphine metonitazene tianeptine bezitramide piritramide eluxadoline oliceridine cebranopadol asimadoline mitragynine dezocine phenoperidine',
    'alphameprodine nicocodine acetorphine desomorphine etorphine racemoramide dipipanone propiram viminol isonipecaine levomoramide thebacon difenoxin',
  ])('nor does an opioid that stands in no table: %s', (names) => {
    expect(names.split(' ').filter(hasOrdinaryStem)).toEqual([]);
  });

  it.each([
    'Zorprazolo',
    'zorsartán',
    'Zorpril',
    'zorvastatina',
    'Zorfloxacin',
    'Zorcillina',
    'zormicina',
    'zorgliptine',
    'ZORZUMAB',
    'zortinib',
  ])('%s is ordinary, with a form and a strength', (word) => {
    expect(fromText(word).kind).toBe('other');
    expect(fromText(`${word} 20 mg compresse`).kind).toBe('other');
    expect(fromText(`${word} fentanyl`).kind).toBe('opioid');
  });

  it.each(['acetaminophen/zorzolam 5/325', 'promethazine zorpril', 'Zor', 'pril', 'zorsartan tramodol'])(
    '%s is asked about',
    (text) => {
      expect(fromText(text).kind).toBe('cannot-tell');
    },
  );
});

describe('what is ordinary by its kind', () => {
  it.each([
    'IGNATIA AMARA BOIRON',
    'ARKOGÉLULES REINE DES PRÉS',
    'Antacid tablets',
    'Psoriasis cream',
    'Nurofencaps',
    'RISPERDALCONSTA',
    'Alendronato Almus',
    'Transilane sans sucre, nourrissons',
  ])('%s', (text) => {
    expect(['other', 'device']).toContain(fromText(text).kind);
  });

  it.each(['OPIUM BOIRON', 'MORPHINUM BOIRON', 'Antacid Zorvik', 'Tramalcaps', 'Codeine caps'])(
    '%s is not',
    (text) => {
      expect(['opioid', 'cannot-tell']).toContain(fromText(text).kind);
    },
  );
});
