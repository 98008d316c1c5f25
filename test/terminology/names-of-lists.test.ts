/** Names of lists that were added whole: Sweden's products, ordinary products of the United States, and words that say what kind of product it is. */
import { describe, expect, it } from 'vitest';
import { fromText, tables } from './describe-medication.ts';

describe('ordinary products', () => {
  it.each([
    'Zocord 20 mg Filmdragerad tablett',
    'Timosan 1 mg/ml Depotögondroppar, lösning i endosbehållare',
    'Oparta 100 mikrogram/6 mikrogram/dos Inhalationsspray, lösning',
    'Deslofox 2,5 mg Munsönderfallande tablett',
    'Simvastatin Bluefish tabletti, kalvopäällysteinen 20 mg',
    'Metformin Orion tabletter, filmdrasjerte 500 mg',
    'Isovue 370',
    'Myoview kit',
    'RhoGAM',
    'MMR vaccine',
    'Thyroid stimulating hormone',
    'Dry eye therapy',
    'Ocean Mist',
    'Nitro paste 2 %',
    '500 ML FLEX CONT: SODIUM CHLORIDE 0.9 % IV SOLN',
  ])('"%s" is another drug', (text) => {
    expect(fromText(text).kind).toBe('other');
  });
});

describe('opioids of the same lists', () => {
  it.each([
    ['Lindoxa 5 mg Kapsel, hård', 'oxycodone'],
    ['Dolatramyl 50 mg', 'tramadol'],
    ['Sendolor 1 mg/ml Injektionsvätska, lösning', 'morphine'],
    ['Levopidon oral lösning', 'levomethadone'],
    ['Matriban 25 mikrogram/timme Depotplåster', 'fentanyl'],
  ])('"%s" is %s', (text, id) => {
    expect(fromText(text)).toMatchObject({ kind: 'opioid', agonists: [id] });
  });

  it('a brand that comes with codeine under a longer name is asked about with a line word', () => {
    expect(fromText('Treo').kind).toBe('other');
    expect(fromText('Treo Comp').kind).toBe('opioid');
    expect(fromText('Treo forte').kind).toBe('cannot-tell');
  });
});

describe('words of directions and of everyday life', () => {
  it.each([
    'acetaminophen frobnicol one a day',
    'acetaminophen frobnicol for pain ease',
    'Alvedon, frobnicol med vatten',
    'frobnicol i natriumklorid 9 mg/ml',
    'glukos 50 mg/ml med frobnicol',
  ])('hide no unknown word beside a drug of opioid mixtures or an infusion: "%s"', (text) => {
    expect(fromText(text).kind).toBe('cannot-tell');
  });
});

describe('a word for a kind of product', () => {
  it.each(['pain pill for eye', 'opioid eye drops', 'frobnicol eye drops', 'hydro ear drops'])(
    'clears nothing that stands in doubt: "%s"',
    (text) => {
      expect(fromText(text).kind).toBe('cannot-tell');
    },
  );

  it('beside any opioid leaves it one', () => {
    const passed = tables.opioidNames.filter(
      ({ name, isAmbiguous }) => !isAmbiguous && fromText(`${name} eye vaccine hormone`).kind === 'other',
    );
    expect(passed).toEqual([]);
  });
});
