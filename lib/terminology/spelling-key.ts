/** One key for the spellings of a generic name in English, German, the Romance and the Nordic languages. */

const MIN_LENGTH = 6;
const MAX_LENGTH = 40;
const VOWELS = 'aeiou';
/** Endings that differ from language to language: "ramiprilum", "aciclovirus", "naproxene". */
const ENDINGS: readonly string[] = ['um', 'us', 'en'];

/** Before these the Nordic languages write "s" for "c": "siklosporin". */
const SOFTENING = 'eiy';

/** Letters that stand for others, in the order of how names are read: "ph" is "f", "th" is "t", "y" is "i", "ks" is "x". */
function foldedLetter(word: string, at: number): { readonly letter: string; readonly length: 1 | 2 } {
  const letter = word[at] ?? '';
  const next = word[at + 1];
  if ((letter === 'k' || letter === 't') && next === 's') return { letter: 's', length: 2 };
  if (letter === 'k' && next === 'v') return { letter: 'c', length: 2 };
  if (letter === 'c' && next !== undefined && SOFTENING.includes(next)) return { letter: 's', length: 1 };
  if ((letter === 'a' || letter === 'o') && next === 'e') return { letter: 'e', length: 2 };
  if (letter === 'p' && next === 'h') return { letter: 'f', length: 2 };
  if (letter === 'q' && next === 'u') return { letter: 'c', length: 2 };
  if ((letter === 't' || letter === 'c' || letter === 'r') && next === 'h') return { letter, length: 2 };
  if (letter === 'y') return { letter: 'i', length: 1 };
  if (letter === 'k') return { letter: 'c', length: 1 };
  return { letter: letter === 'x' || letter === 'z' ? 's' : letter, length: 1 };
}

/** "naprossene", "naproxen" and "naproxeno" have one key; null for words too short to tell. */
export function spellingKey(word: string): string | null {
  if (word.length < MIN_LENGTH || word.length > MAX_LENGTH) return null;
  let key = '';
  let last = '';
  for (let at = 0; at < word.length; ) {
    const { letter, length } = foldedLetter(word, at);
    if (letter !== last) key += letter;
    last = letter;
    at += length;
  }
  if (ENDINGS.includes(key.slice(-2))) return key.slice(0, -2);
  return VOWELS.includes(key.at(-1) ?? ' ') ? key.slice(0, -1) : key;
}
