/** Where lines may end, and nothing else: CSS cannot forbid a break after a hyphen, and other signs in place of it would be copied along. */

/** POLICY: in characters; what is longer may be wider than a narrow pane, and may be broken. */
const LONGEST_KEPT = 16;

/** Running text, of any language, whose numbers stay with the word after them and whose words with a hyphen, days too, stay on one line. */
export function Unbroken({ text }: { readonly text: string }) {
  return inTurn(text).map((piece, at) =>
    at % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: one text is always cut at the same places
      <span className="nowrap" key={at}>
        {piece}
      </span>
    ),
  );
}

/** The text cut at some of its spaces: what may be broken and what may not, in turn. */
export function inTurn(text: string): readonly string[] {
  const pieces = [''];
  withNumbers(text.split(' ')).forEach((words, index) => {
    if (index > 0) pieces[pieces.length - 1] += ' ';
    if (isKept(words)) pieces.push(words, '');
    else pieces[pieces.length - 1] += words;
  });
  return pieces;
}

function isKept(words: string): boolean {
  return words.length <= LONGEST_KEPT && (words.includes('-') || words.includes(' '));
}

/** "up to 4.5 mg" is "up", "to" and "4.5 mg". */
function withNumbers(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const word of words) {
    const before = kept.at(-1);
    if (before !== undefined && isNumber(before)) kept[kept.length - 1] = `${before} ${word}`;
    else kept.push(word);
  }
  return kept;
}

function isNumber(word: string): boolean {
  const end = word.at(-1) ?? '';
  return end >= '0' && end <= '9' && !word.includes('-');
}
