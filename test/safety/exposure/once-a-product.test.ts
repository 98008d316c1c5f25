/** One look at each product of a chart, and never at another in its place. */
import { expect, test } from 'vitest';
import { onceAProduct } from '#lib/safety/exposure/once-a-product.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { MedicationDescription } from '#lib/terminology/recognition.ts';

const named = (text: string, more: Partial<MedicationDescription> = {}): MedicationDescription => ({
  codings: [],
  texts: [text],
  ingredients: [],
  unresolved: [],
  ...more,
});

test('a product of the same name with an opioid elsewhere is never taken for the other', () => {
  const { recognise } = installedRecogniser();
  const once = onceAProduct(recognise);
  const plain = named('naproxen 500 mg');
  const products = [
    plain,
    plain,
    named('naproxen 500 mg', { codings: [{ system: null, code: null, display: 'oxycodone 5 mg' }] }),
    named('naproxen 500 mg', { texts: ['naproxen 500 mg', 'with tramadol'] }),
    named('naproxen 500 mg', { ingredients: [named('codeine')] }),
    named('naproxen 500 mg', { unresolved: [{ code: 'not-found', reference: 'Medication/none' }] }),
    ...Array.from({ length: 20 }, (_, n) =>
      named('naproxen 500 mg', { texts: ['naproxen 500 mg', `box ${n}`] }),
    ),
    named('naproxen 500 mg', { texts: ['naproxen 500 mg', 'morphine'] }),
  ];
  expect(products.map(once)).toEqual(products.map(recognise));
});

test('each product is looked at once', () => {
  const { recognise } = installedRecogniser();
  let looks = 0;
  const once = onceAProduct((medication) => {
    looks++;
    return recognise(medication);
  });
  for (let row = 0; row < 100; row++) once(named(row % 2 === 0 ? 'naproxen' : 'tramadol'));
  expect(looks).toBe(2);
});
