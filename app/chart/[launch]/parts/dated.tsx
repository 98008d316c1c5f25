/** A day, or an amount with its unit, in any language: neither is read right when a line ends inside it. Where lines may end, and nothing else. */
const UNBROKEN = /(\d{2}-\p{L}{3,4}-\d{4}|(?<!\d)\d{1,9}(?:[.,]\d{1,9})? (?:mg\/mL|mg|mL)\b)/u;

/** The text cut at its days and amounts, each piece with where it begins. */
function pieces(text: string): readonly { readonly at: number; readonly piece: string }[] {
  let at = 0;
  return text.split(UNBROKEN).map((piece) => {
    const begins = at;
    at += piece.length;
    return { at: begins, piece };
  });
}

/** Running text in which no day and no amount is broken over two lines. */
export function Dated({ text }: { readonly text: string }) {
  return pieces(text).map(({ at, piece }) => (
    <span className={UNBROKEN.test(piece) ? 'nowrap' : undefined} key={`${at} ${piece}`}>
      {piece}
    </span>
  ));
}
