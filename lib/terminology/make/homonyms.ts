/** Brands that are an opioid product somewhere and an ordinary one elsewhere. */

import { LINE_WORDS, OPIOID_SUFFIXES } from '#lib/terminology/line-words.ts';
import { MORE_OTHER_NAMES } from '#lib/terminology/more-other-names.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import type { Homonym } from '#lib/terminology/tables.ts';
import { wordsOf } from '#lib/terminology/words.ts';
import { type NameBook, opioidIds, withoutEnd } from './national-opioids.ts';
import { coreOf } from './national-others.ts';
import type { NationalRow } from './national-tables.ts';

/**
 * What the lists do not hold: pairs that no list shows on both sides, strengths that only the ordinary product has, and words that
 * only the opioid product's name has. From general knowledge and the labels.
 */
const KNOWN_HOMONYMS: readonly (Partial<Homonym> & { readonly name: string })[] = [
  {
    name: 'triatec',
    ids: ['codeine'],
    opioidIn: ['CA'],
    ordinary: 'ramipril',
    ordinaryIn: ['FR', 'IT'],
    strengths: [1.25, 2.5, 5, 10],
  },
  { name: 'atra', ids: ['tramadol'], opioidIn: ['KR'], ordinary: 'tretinoin' },
  {
    name: 'aceon',
    ids: ['tramadol'],
    opioidIn: ['GB'],
    ordinary: 'perindopril',
    ordinaryIn: ['US'],
    strengths: [2, 4, 8],
  },
  { name: 'ultradol', ids: ['tramadol'], opioidIn: ['EG'], ordinary: 'etodolac', ordinaryIn: ['CA'] },
  { name: 'ketum', ids: ['mitragynine'], ordinary: 'ketoprofen', ordinaryIn: ['FR'] },
  { name: 'euphon', ids: ['codeine'], ordinary: 'erysimum', ordinaryIn: ['FR'] },
  {
    name: 'spasmofen',
    ids: ['morphine'],
    opioidIn: ['SE'],
    ordinary: 'hyoscine, ketoprofen',
    ordinaryIn: ['EG'],
  },
  // Pholcodine until 2011, pentoxyverine since. @see ANSM, summaries of product characteristics R0189437 and R0257399
  {
    name: 'codotussyl',
    ids: ['pholcodine'],
    ordinary: 'pentoxyverine',
    ordinaryIn: ['FR'],
    opioidIn: ['FR'],
  },
  { name: 'vilan', ids: ['nicomorphine'], ordinary: 'vilanterol', ordinaryIn: ['US'] },
  {
    name: 'solpadol',
    strengths: [2.5],
    opioidWords: 'caplet caplets capsules eff effervescent 30 500'.split(' '),
  },
  {
    name: 'paramol',
    ordinary: 'paracetamol',
    strengths: [120, 250, 1000],
    opioidWords: 'solb soluble 7 10'.split(' '),
  },
  {
    name: 'rapifen',
    strengths: [200, 400, 600],
    opioidWords:
      'inj injection injectable conc concentrate dilute intensive microgram micrograms microgrammes mcg amp ampoule ampoules'.split(
        ' ',
      ),
  },
  { name: 'tixylix', opioidWords: 'cough linct linctus daytime night'.split(' ') },
  { name: 'diocalm', opioidWords: 'ultra complete dual'.split(' ') },
];

const changesLine = (word: string): boolean =>
  LINE_WORDS.has(word) || OPIOID_SUFFIXES.has(word) || /^\d/.test(word);

/**
 * Brands that come with an opioid under a line word, letter or number, and without one as themselves: "calpol" of "Calpol Extra",
 * "fiorinal" of "Fiorinal-C". @param opioidNames folded names of opioid products.
 */
export function families(opioidNames: Iterable<string>, isOther: (folded: string) => boolean): Set<string> {
  const found = new Set<string>();
  for (const name of opioidNames) {
    const words = name.split(' ');
    for (let length = 1; length < words.length; length++) {
      const base = words.slice(0, length).join(' ');
      const rest = words.slice(length);
      if (length <= 2 && isOther(base) && rest.every((word) => changesLine(word) || JOINS.has(word)))
        found.add(base);
    }
  }
  return found;
}

/** "Tylenol with codeine no 3": words between the brand and its line. */
const JOINS: ReadonlySet<string> = new Set(
  'with w no number codeine cod cum time adult adults children childrens'.split(' '),
);

/**
 * The homonyms of these lists and of the brands that the tables hold. A brand without its line word or number ("Triatec" of
 * "Triatec-8") is one too where its own country has no ordinary product of that name.
 */
export function homonyms(
  rows: readonly NationalRow[],
  book: NameBook,
  ordinaryBrands: ReadonlySet<string>,
): Homonym[] {
  const ordinary = new Map<string, NationalRow[]>();
  const push = (name: string, row: NationalRow): void => {
    const all = ordinary.get(name);
    if (all) all.push(row);
    else ordinary.set(name, [row]);
  };
  for (const row of rows) {
    if (row.kind !== 'other') continue;
    const words = wordsOf(row.name);
    const core = coreOf(words, book.isPlain).join(' ');
    push(core, row);
    if (words.join(' ') !== core) push(words.join(' '), row);
  }
  const found = new Map<string, Homonym>();
  const add = (name: string, ids: readonly IngredientId[], country: string): void => {
    const same = ordinary.get(name) ?? [];
    const before = found.get(name);
    const shown = [...new Set(same.map(({ ingredients }) => ingredients.replaceAll(' + ', ', ')))].slice(
      0,
      2,
    );
    found.set(name, {
      name,
      ids: [...new Set([...(before?.ids ?? []), ...ids])].sort(),
      opioidIn: [...new Set([...(before?.opioidIn ?? []), ...(country ? [country] : [])])].sort(),
      ordinary: shown.join(' or ') || 'another drug',
      ordinaryIn: [...new Set(same.map((row) => row.country))].filter((one) => one !== '').sort(),
      strengths: [],
      opioidWords: [],
    });
  };
  const isOrdinary = (name: string): boolean => ordinary.has(name) || ordinaryBrands.has(name);
  for (const row of rows) {
    if (row.kind !== 'opioid') continue;
    const words = wordsOf(row.name);
    const whole = withoutEnd(words, (word) => book.isPlain(word) && !changesLine(word));
    const name = whole.join(' ');
    if (whole.every((word) => book.isPlain(word) || changesLine(word))) continue;
    const known = book.opioids.get(name);
    if (known !== undefined && !known.isBrand) continue;
    const ids = opioidIds(row.ingredients, book.opioids);
    if (isOrdinary(name)) add(name, ids, row.country);
    const base = withoutEnd(whole, changesLine).join(' ');
    if (base === '' || base === name || !ordinary.has(base) || base.split(' ').every(book.isPlain)) continue;
    const isOrdinaryAtHome =
      MORE_OTHER_NAMES.includes(base) || ordinary.get(base)?.some(({ country }) => country === row.country);
    const isStated = words.some((word) => book.opioids.get(word)?.isBrand === false);
    if (!isOrdinaryAtHome && !isStated) add(base, ids, row.country);
  }
  for (const [name, known] of book.opioids) {
    const isWord = name.split(' ').every((word) => book.isPlain(word) || changesLine(word));
    if (known.isBrand && isOrdinary(name) && !isWord && !found.has(name)) add(name, known.ids, '');
  }
  for (const one of KNOWN_HOMONYMS) {
    const nothing = { ids: [], opioidIn: [], ordinary: '', ordinaryIn: [], strengths: [], opioidWords: [] };
    const whole = { ...nothing, ...found.get(one.name), ...one };
    if (whole.ids.length > 0) found.set(one.name, whole);
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
