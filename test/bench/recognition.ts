/** How many medications a second the recogniser takes on one core, on a mix as charts have it. Runs alone, too. */
import path from 'node:path';
import { loadTables } from '#lib/terminology/load-tables.ts';
import { createRecogniser } from '#lib/terminology/recogniser.ts';
import type { ChartCoding, MedicationDescription, Recogniser } from '#lib/terminology/recognition.ts';

const RXNORM = 'http://www.nlm.nih.gov/research/umls/rxnorm';
const DISTINCT = 4_000;
const ROUNDS = 25;

const named = (text: string, ...codings: ChartCoding[]): MedicationDescription => ({
  codings,
  texts: [text],
  ingredients: [],
  unresolved: [],
});

/** Ordinary and opioid, coded and as text alone, with several codings, with ingredients, misspelt, with directions. */
const KINDS: readonly ((n: number) => MedicationDescription)[] = [
  (n) =>
    named(`lisinopril ${n} MG Oral Tablet`, {
      system: RXNORM,
      code: '314076',
      display: `lisinopril ${n} MG Oral Tablet`,
    }),
  (n) =>
    named(`Acetaminophen 325 MG / HYDROcodone Bitartrate ${n} MG Oral Tablet`, {
      system: RXNORM,
      code: '857005',
      display: null,
    }),
  (n) => named(`amlodipine besylate ${n} mg tablet`),
  (n) => named(`oxycodone-acetaminophen 5-${n} mg per tablet`),
  (n) => named(`metformin ${n} mg tablet: take 1 tablet by mouth twice daily with food`),
  (n) =>
    named(
      `sertraline ${n} mg`,
      { system: RXNORM, code: '312941', display: 'sertraline 50 MG Oral Tablet' },
      { system: 'urn:oid:2.16.840.1.113883.6.69', code: '16729-0216-10', display: null },
      {
        system: 'urn:oid:1.2.840.114350.1.13.1.1.7.2.696580',
        code: `${n}`,
        display: 'SERTRALINE 50 MG TABLET',
      },
    ),
  (n) => named(`tramodol ${n} mg`),
  (n) => ({
    codings: [],
    texts: [`Compound ${n}`],
    ingredients: [
      {
        codings: [{ system: RXNORM, code: '161', display: 'acetaminophen' }],
        texts: [],
        ingredients: [],
        unresolved: [],
      },
    ],
    unresolved: [],
  }),
  (n) =>
    named(`atorvastatin ${n} mg tablet`, {
      system: RXNORM,
      code: '617311',
      display: `atorvastatin ${n} MG Oral Tablet`,
    }),
  (n) => named(`Albuterol ${n} MCG/ACTUAT inhaler`),
];

const chart = (start: number): MedicationDescription[] =>
  Array.from({ length: DISTINCT }, (_, at) => KINDS[at % KINDS.length]?.(start + at) ?? named(''));

function perSecond(
  recognise: Recogniser,
  medications: readonly MedicationDescription[],
  rounds: number,
): number {
  const start = performance.now();
  for (let round = 0; round < rounds; round++) for (const medication of medications) recognise(medication);
  return Math.round((medications.length * rounds * 1000) / (performance.now() - start));
}

function warmRecogniser(): Recogniser {
  const recognise = createRecogniser(
    loadTables(path.join(import.meta.dirname, '..', '..', 'lib', 'terminology', 'tables')),
  );
  perSecond(recognise, chart(1_000_000), 1);
  return recognise;
}

/** Medications a second over charts in which texts come again, as they do from patient to patient. */
export function benchRecognition(): number {
  const recognise = warmRecogniser();
  const medications = chart(0);
  perSecond(recognise, medications, 1);
  return perSecond(recognise, medications, ROUNDS);
}

/** Medications a second when no text was ever seen before. */
export const benchFirstSight = (): number => perSecond(warmRecogniser(), chart(0), 1);

if (import.meta.main)
  process.stdout.write(
    `recognition: ${benchRecognition()} medications a second, ${benchFirstSight()} at first sight of every text\n`,
  );
