import type { VerdictWords } from '#lib/words/shapes.ts';
import type { Words } from '#lib/words/words-for.ts';
import { FocusOnArrival } from '../parts/focus-on-arrival.tsx';
import { Unbroken } from '../parts/unbroken.tsx';
import { Mark } from '../parts/verdict-mark.tsx';

/** The one answer this screen is opened for: words, mark and colour, one sentence, and the other blocks beside it. */
export function VerdictBand({
  words,
  verdict,
  beside,
}: {
  readonly words: Words;
  readonly verdict: VerdictWords;
  /** Why the prescriber was brought back here, or that a draft may stand. */
  readonly beside: string | null;
}) {
  return (
    <section className={`verdict verdict-${verdict.mark}`} aria-labelledby="verdict">
      <Mark mark={verdict.mark} />
      <div>
        <h1 id="verdict" tabIndex={-1}>
          {verdict.heading}
        </h1>
        {verdict.alsoBlocked.map((message) => (
          <p key={message} className="also-blocked">
            <strong>{words.safety.blocked}</strong> <Unbroken text={message} />
          </p>
        ))}
        <p>
          <Unbroken text={verdict.sentence} />
        </p>
        {verdict.ifLastToday === null ? null : (
          <p>
            <Unbroken text={verdict.ifLastToday} />
          </p>
        )}
        {beside === null ? null : <p className="closed">{beside}</p>}
      </div>
      <FocusOnArrival on="verdict" />
    </section>
  );
}
