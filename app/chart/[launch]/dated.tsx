import { withScreenDates } from '../../../lib/display/dates.ts';

const SCREEN_DATE = /(\d{2}-[A-Z][a-z]{2}-\d{4})/;

/** The text cut at its dates, each piece with where it begins. */
function pieces(text: string): readonly { readonly at: number; readonly piece: string }[] {
  let at = 0;
  return text.split(SCREEN_DATE).map((piece) => {
    const begins = at;
    at += piece.length;
    return { at: begins, piece };
  });
}

/** Running text with its days as 02-Mar-2026, none of them broken over two lines. */
export function Dated({ text }: { readonly text: string }) {
  return pieces(withScreenDates(text)).map(({ at, piece }) => (
    <span className={SCREEN_DATE.test(piece) ? 'nowrap' : undefined} key={`${at} ${piece}`}>
      {piece}
    </span>
  ));
}
