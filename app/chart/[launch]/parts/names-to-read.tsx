import type { NameToRead } from '#lib/words/en/names-to-read.ts';
import { REVIEW_WORDS } from '#lib/words/en/review.ts';

const words = REVIEW_WORDS.questions;

/** Short enough to be read: the names, and what of each nobody knows. */
export function NamesToRead({ names }: { readonly names: readonly NameToRead[] }) {
  const label = words.names(names.length);
  return (
    <section className="names-to-read" aria-label={label}>
      <h4>{label}</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and must scroll by keyboard too */}
      <ul tabIndex={0} aria-label={label}>
        {names.map(({ words: name, doubts, rows }) => (
          <li key={name}>
            {name}
            {doubts === '' && rows === 1 ? null : (
              <span className="muted">
                {doubts === '' ? '' : `, ${words.notRecognised(doubts)}`}
                {rows === 1 ? '' : `, ${words.rows(rows)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
