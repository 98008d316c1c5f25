/** Generic names as other languages spell them, and ordinary brands of countries whose lists are in no table. */
import { describe, expect, it } from 'vitest';
import { createRecogniser } from '#lib/terminology/recogniser.ts';
import { fromText, medication, tables } from './describe-medication.ts';

/** The same recogniser without the names that national lists gave. */
const withoutLists = createRecogniser({ ...tables, otherNamesNational: [] });

describe('an ordinary generic name is known in the spelling of another language, by rule', () => {
  it.each(
    `levotiroxina lévothyroxine levothyroxinum metformine omeprazolo omepratsoli simvastatiini amoxicilina amoksicillin klaritromysin azitromisina
     ciprofloksasin doksysyklin deksametason furosemid spironolakton amlodipiini enoksaparin rivaroksaban diatsepaami sertralina fluoksetin
     mirtatsapiini kvetiapin olantsapiini karbamazepin gabapentiini salbutamolo budesonid montelukasti naproxeno meloksikam setiritsin
     alopurinol metotreksat siklosporin metoklopramid laktuloosi tamsulosina flukonazol asikloviiri kolekalsiferoli`.split(
      /\s+/,
    ),
  )('%s', (name) => {
    expect(withoutLists(medication({ texts: [`${name} 10 mg`] })).kind).toBe('other');
  });
});

describe('an opioid in the spelling of another language is never ordinary', () => {
  it.each(
    `oksikodoni oksykodon morfiini kodeiini fentanyyli tramadoli buprenorfiini metadoni hydrokodoni petidiini tapentadoli hidromorfon
     dekstropropoksifeeni dekstropropoksyfen etyylimorfiini tilidiini nalbufiini butorfanoli loperamidi sufentaniili`.split(
      /\s+/,
    ),
  )('%s', (name) => {
    for (const text of [name, `${name} 10 mg`, `paracetamol ${name}`, `metformin ${name}`])
      expect(['opioid', 'cannot-tell'], text).toContain(fromText(text).kind);
  });
});

it.each([
  'Emconcor',
  'Seguril 40 mg',
  'Levaxin',
  'Laxoberal',
  'Loxonin',
  'Waran',
  'Thyrax',
  'Maltofer',
  'Alvedon 500 mg',
])('%s is ordinary', (name) => {
  expect(fromText(name).kind).toBe('other');
});

it.each([
  'Alvedon zorvik',
  'Panodil comp',
  'Resyl plus',
  'Solvipect comp',
  'Gelocatil codeína',
  'Kodimagnyl',
])('%s is not: an odd word beside a drug of opioid mixtures may be the opioid', (name) => {
  expect(['opioid', 'cannot-tell']).toContain(fromText(name).kind);
});

describe('naloxone', () => {
  it.each([
    'Naloxone hc 500micrograms + 2mg Tablet',
    'Naloxone HC',
    'naloxone sublingual film',
    'Naloxon 20 mg Retardtabletten',
  ])('%s is asked about: by mouth it comes with an opioid', (name) => {
    expect(fromText(name).kind).toBe('cannot-tell');
  });

  it.each([
    'Naloxone HCl 0.4 mg/ml injection',
    'Narcan nasal spray 4 mg',
    'naloxone',
    'Naltrexone 50 mg tablet',
  ])('%s is an antagonist', (name) => {
    expect(fromText(name).kind).toBe('antagonist');
  });
});

it.each(['TRIATEC-8', 'Zyloric-30', 'Lipitor-60'])('%s is asked about: the number may be codeine', (name) => {
  expect(['opioid', 'cannot-tell']).toContain(fromText(name).kind);
});
it.each(['Lipitor-10', 'Lipitor - 30 mg', 'Adalat-30mg', 'Lipitor-60 tablets'])('%s is ordinary', (name) => {
  expect(fromText(name).kind).toBe('other');
});
