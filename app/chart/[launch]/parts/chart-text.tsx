import { inShort, LONGEST_SHOWN } from '#lib/safety/in-short.ts';
import { FRAME_WORDS } from '#lib/words/en/frame.ts';

/** A text of the chart in its own words: the beginning of a long one, and the whole behind a click. */
export function ChartText({ text }: { readonly text: string }) {
  if (text.length <= LONGEST_SHOWN) return text;
  return (
    <>
      {inShort(text)}
      <details>
        <summary>{FRAME_WORDS.wholeText}</summary>
        <span className="whole-text">{text}</span>
      </details>
    </>
  );
}
