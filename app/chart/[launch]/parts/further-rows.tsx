import { inShort } from '#lib/safety/in-short.ts';
import type { Words } from '#lib/words/words-for.ts';

/** So many rows of a list are shown with all that is known of them. */
export const MOST_ROWS = 200;

/** The rows beyond: each by its words and where it stands, behind a click. */
export function FurtherRows({
  words,
  rows,
}: {
  readonly words: Words;
  readonly rows: readonly { readonly source: string; readonly words: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{words.frame.furtherRows(rows.length)}</summary>
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
