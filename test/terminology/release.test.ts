/** Slow or at once, as pharmacies of several countries write it: it settles how many opioid-free days must pass. */
import { expect, test } from 'vitest';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';

const { recognise } = installedRecogniser();
const releaseOf = (text: string) =>
  recognise({ codings: [], texts: [text], ingredients: [], unresolved: [] }).release;

test.each([
  'Tramadol 100 mg comprimidos de liberación modificada',
  'Tramadol 100 mg comprimidos de liberación controlada',
  'Tramadol 100 mg comprimés à libération modifiée',
  'Tramadolo 100 mg compresse a rilascio modificato',
  'Tramadolo 100 mg compresse a rilascio controllato',
  'Tramadol 100 mg comprimidos de liberação controlada',
  'Tramadol 100 mg Tabletten retardiert',
  'Tramadol 100 mg Retardtablette',
  'Tramadol 100 mg depottabletter',
  'Tramadol 100 mg tabletten met verlengde afgifte',
  'Oxycodon 20 mg Filmtabletten mit veränderter, verlängerter Freisetzung',
  'Tramadol 150 mg tabl. o przedłużonym uwalnianiu',
  'Morphine 30 mg slow-release tablets',
  'Morphine 30 mg timed release capsules',
  'Tramadol 100 mg tablet, delayed action',
  'Tramadol 100 mg m/r tablets',
  'Oxycodone 10 mg P/R tablets',
])('"%s" is long-acting', (text) => {
  expect(releaseOf(text)).toBe('long-acting');
});

test.each([
  'Tramadol 50 mg comprimidos de liberación inmediata',
  'Oxycodone 10 mg comprimé à libération immédiate',
  'Tramadolo 50 mg compresse a rilascio immediato',
  'Morphine 10 mg immediate release tablets',
  'Morphine 10 mg/mL injection, slow IV',
])('"%s" is not', (text) => {
  expect(releaseOf(text)).toBe('immediate');
});
