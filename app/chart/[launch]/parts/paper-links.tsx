import type { Words } from '#lib/words/words-for.ts';

/** Everything that is printed or copied for somebody else. */
export function PaperLinks({
  words,
  launchId,
  hasHandout,
}: {
  readonly words: Words;
  readonly launchId: string;
  readonly hasHandout: boolean;
}) {
  const { links } = words.papers;
  return (
    <p className="actions">
      {hasHandout ? (
        <a className="button" href={`/chart/${launchId}/handout`}>
          {links.handout}
        </a>
      ) : null}
      <a className="button" href={`/chart/${launchId}/papers/hold-note`}>
        {links['hold-note']}
      </a>
      <a className="button" href={`/chart/${launchId}/papers/letter`}>
        {links.letter}
      </a>
    </p>
  );
}
