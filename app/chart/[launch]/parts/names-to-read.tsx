import type { NameToRead } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';

/** Short enough to be read: the names, and what of each nobody knows. */
export function NamesToRead({
  words,
  names,
}: {
  readonly words: Words;
  readonly names: readonly NameToRead[];
}) {
  const label = words.review.questions.names(names.length);
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
                {doubts === '' ? '' : `, ${words.review.questions.notRecognised(doubts)}`}
                {rows === 1 ? '' : `, ${words.review.questions.rows(rows)}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
