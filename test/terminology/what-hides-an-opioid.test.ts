/** Texts that name a harmless partner and leave the opioid to the reader. None of them may pass as another drug. */
import { expect, test } from 'vitest';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';

const { recognise } = installedRecogniser();
const kindOf = (text: string) =>
  recognise({ codings: [], texts: [text], ingredients: [], unresolved: [] }).kind;

test.each([
  'HYDRO/APAP 10-325 MG TAB',
  'hydro-acetaminophen',
  'apap/hydro',
  'hydro/ibuprofen',
  'oxyco/apap',
  'APAP #3',
  'acetaminophen no. 3',
  'ASA #4',
  'butalbital comp #3',
  'acetaminophen 300-30 mg',
  'poppy seed tea',
  'APAP/CODE',
  'promethazine w/ code',
  'ACETAMINOPHEN WITH CODE',
  'BUTALBITAL/ASPIRIN/CAFFEINE/CODE',
  'Dafalgan code',
  'guaif AC',
  'tylenol no. three',
  'Tylenol #III',
  'Nurofen+',
  'Cuprofen + 12 tabs',
  'Zorvikal pain plan',
  'Zorvikal travel',
])('"%s" is asked about', (text) => {
  expect(kindOf(text)).toBe('cannot-tell');
});

test.each([
  'acetaminophen 500 mg #30',
  'Tylenol 500 mg 2 tablets',
  'hydrochlorothiazide 25 mg',
  'methyl folate 1 mg',
  'acetaminophen three tablets',
  'Nurofen + paracetamol',
])('"%s" is another drug', (text) => {
  expect(kindOf(text)).toBe('other');
});

test.each(['code-ine 30 mg', 'pen tazocin', 'Dextro-moramida', 'St adol spray', 'Lo-motil', 'Do loral 5 mg'])(
  '"%s" is an opioid\'s name in two, whatever its parts are called alone',
  (text) => {
    expect(kindOf(text)).toBe('cannot-tell');
  },
);

test.each(['M.S. Contin', 'X Contin 30 mg tablets'])('"%s": how long it lasts names no drug', (text) => {
  expect(kindOf(text)).toBe('cannot-tell');
});

test.each([
  'sertraline m0rphine',
  'lisinopril 10 mg, c0deine 30 mg',
  'insulin glargine and Vic0din',
  'naltrexone + P3rcocet',
  'lidocaine patch; N0rco',
  'm0rph1ne dressing',
  'hydr0cod0ne-apap',
])('"%s": a digit that looks like a letter hides no opioid', (text) => {
  expect(kindOf(text)).toBe('cannot-tell');
});

test.each(['naltrexone + m o r p h i n e', 'naloxone, t.r.a.m.a.d.o.l', 'naltrexone, Nurofen Plus'])(
  '"%s": an antagonist beside it hides no opioid',
  (text) => {
    expect(kindOf(text)).not.toBe('antagonist');
  },
);

test.each(['lisinopril, Norcotab', 'Vicodintabs with sertraline', 'Percocetcaps'])(
  '"%s" names an opioid with its form in one word',
  (text) => {
    expect(kindOf(text)).toBe('opioid');
  },
);

test.each(['vitamin b12 and d3', 'H1N1 influenza vaccine', 'lisinopril10mg'])(
  '"%s": digits within words are no disguise',
  (text) => {
    expect(['other', 'device']).toContain(kindOf(text));
  },
);
