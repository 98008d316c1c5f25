/** Names written with a gap after each letter: "t r a m a d o l". */

const MIN_LETTERS = 5;

/** What each run of so many single letters spells. */
export function spacedOut(words: readonly string[]): readonly string[] {
  const found: string[] = [];
  let run = '';
  let length = 0;
  for (const word of [...words, '']) {
    if (word.length === 1) {
      run += word;
      length++;
      continue;
    }
    if (length >= MIN_LETTERS) found.push(run);
    run = '';
    length = 0;
  }
  return found;
}
