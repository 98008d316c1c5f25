/** How any text of a chart becomes words: folded, so that case, accents, dashes and hidden characters never matter. */

/** Format and control characters that hide inside words (soft hyphen, zero-width space, NUL); line breaks stay. */
const HIDDEN = /[\p{Cf}\p{Cc}]/gu;
/** Line breaks, and trade marks, which would become the letters TM. */
const SPACES = /[\t\n\v\f\r\u2028\u2029\u2120\u2122]/g;
const MARKS = /\p{M}/gu;
const NOT_PLAIN = /[^\x20-\x7e]/;
const LETTERS_WITHOUT_DECOMPOSITION: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);
const SPECIAL_LETTER = /[ßæœøłđðþı]/g;
/** "Tylenol #3" is "Tylenol No. 3". */
const NUMBER_SIGN = /#(?=\s*\d)/g;
/** Records that were once web pages: "Lisinopril&nbsp;10&#160;mg". Names of letters and signs that charts hold. */
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['shy', ''],
  ['reg', ' '],
  ['trade', ' '],
  ['micro', '\u00b5'],
  ['frac12', ' 1/2 '],
  ['eacute', 'e'],
  ['egrave', 'e'],
  ['agrave', 'a'],
  ['ccedil', 'c'],
  ['iuml', 'i'],
  ['ouml', 'o'],
  ['auml', 'a'],
  ['uuml', 'u'],
  ['oslash', 'o'],
  ['aring', 'a'],
  ['szlig', 'ss'],
]);
/** "&amp;nbsp;" was escaped twice. */
const MAX_ESCAPES = 2;
const MAX_CODE_POINT = 0x10ffff;

function character(code: number): string {
  return code > 0 && code <= MAX_CODE_POINT ? String.fromCodePoint(code) : ' ';
}

function unescaped(text: string): string {
  let read = text;
  for (let times = 0; times < MAX_ESCAPES && read.includes('&') && read.includes(';'); times++)
    read = read.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
      if (decimal !== undefined) return character(Number(decimal));
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      return NAMED_ENTITIES.get((name ?? '').toLowerCase()) ?? whole;
    });
  return read;
}

/** Letters of other scripts that look like Latin ones: "trаmadol" with a Cyrillic a. */
const LOOKALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: 'a',
    в: 'b',
    с: 'c',
    ԁ: 'd',
    е: 'e',
    һ: 'h',
    і: 'i',
    ј: 'j',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    ѕ: 's',
    т: 't',
    у: 'y',
    ү: 'y',
    х: 'x',
    α: 'a',
    β: 'b',
    γ: 'y',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
  }),
);
const LATIN = /[a-z]/;

/** A word that mixes scripts is a Latin one in disguise; any other stays as it is written. */
function inOneScript(word: string): string {
  if (!LATIN.test(word) || !NOT_PLAIN.test(word)) return word;
  let plain = '';
  for (const letter of word) plain += LOOKALIKES.get(letter) ?? letter;
  return plain;
}

/** Whether a folded word has letters that are not Latin. Single letters and "\u03bcg" are signs and units. */
export const isInOtherScript = (word: string): boolean =>
  word.length > 1 && NOT_PLAIN.test(word) && !/^\u03bc(?:g|l|mol|cg|m)$/.test(word);

const PLAIN_WORD = /[a-z]+|[0-9]+/g;
const ANY_WORD = /\p{L}+|\p{N}+/gu;

/**
 * The words of a text in order: runs of letters and runs of digits, lower case, without accents. "DF118" is two words,
 * "co-codamol" is two words, "oxy\u00ADcodone" is one.
 */
export function wordsOf(given: string): string[] {
  const plain = given.includes('&') ? unescaped(given) : given;
  const text = plain.includes('#') ? plain.replace(NUMBER_SIGN, ' no ') : plain;
  if (!NOT_PLAIN.test(text)) return text.toLowerCase().match(PLAIN_WORD) ?? [];
  const folded = text
    .replace(SPACES, ' ')
    .replace(HIDDEN, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPECIAL_LETTER, (letter) => LETTERS_WITHOUT_DECOMPOSITION.get(letter) ?? letter);
  return (folded.match(ANY_WORD) ?? []).map(inOneScript);
}

export const isNumber = (word: string): boolean => {
  const first = word.charCodeAt(0);
  return first >= 48 && first <= 57;
};
