import { inShort, LONGEST_SHOWN } from '#lib/safety/in-short.ts';
import type { Words } from '#lib/words/words-for.ts';

/** A text of the chart in its own words: the beginning of a long one, and the whole behind a click. */
export function ChartText({ words, text }: { readonly words: Words; readonly text: string }) {
  if (text.length <= LONGEST_SHOWN) return text;
  return (
    <>
      {inShort(text)}
      <details>
        <summary>{words.frame.wholeText}</summary>
        <span className="whole-text">{text}</span>
      </details>
    </>
  );
}
