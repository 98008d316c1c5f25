import type { CopyReadyOrder } from '#lib/order/draft/copy-order.ts';
import type { Words } from '#lib/words/words-for.ts';
import { TextToCopy } from './text-to-copy.tsx';

/**
 * The order as text to select and copy, and as a file: works where nothing can be written and where scripts do not run. The link has no
 * `download` attribute: in a frame a browser then fetches it without the cookie of that frame.
 */
export function CopyOrderText({
  words,
  copy,
  title,
  caution = null,
}: {
  readonly words: Words;
  readonly copy: CopyReadyOrder;
  readonly title: string;
  /** What must not be done with it. */
  readonly caution?: string | null;
}) {
  const { order, note, assessment, file } = words.frame.copyOrder;
  return (
    <section aria-labelledby="copy-title">
      <h2 id="copy-title">{title}</h2>
      {caution === null ? null : <p>{caution}</p>}
      {copy.orderTexts.map((text, index) => (
        <div className="field" key={text}>
          <TextToCopy
            id={`copy-order-${index}`}
            label={order(index + 1, copy.orderTexts.length)}
            text={text}
          />
        </div>
      ))}
      <div className="field">
        <TextToCopy id="copy-note" label={note} text={copy.pharmacistNote} isShort />
      </div>
      {copy.assessment === null ? null : (
        <div className="field">
          <TextToCopy id="copy-assessment" label={assessment} text={copy.assessment} />
        </div>
      )}
      <p>
        <a className="button" href={`order?shown=${copy.mark}`}>
          {file}
        </a>
      </p>
    </section>
  );
}
