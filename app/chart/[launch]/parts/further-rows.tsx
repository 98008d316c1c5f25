import { inShort } from '#lib/safety/in-short.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';

/** So many rows of a list are shown with all that is known of them. */
export const MOST_ROWS = 200;

/** The rows beyond: each by its words and where it stands, behind a click. */
export function FurtherRows({
  rows,
}: {
  readonly rows: readonly { readonly source: string; readonly words: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{FRAME_WORDS.furtherRows(rows.length)}</summary>
      <ul>
        {rows.map(({ source, words }) => (
          <li key={`${source} ${words}`}>
            {inShort(words)} <span className="muted">{source}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
