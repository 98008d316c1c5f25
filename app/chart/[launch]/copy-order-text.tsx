import type { CopyReadyOrder } from '../../../lib/order/copy-order.ts';

/**
 * The order as text to select and copy, and as a file: works where nothing can be written and where scripts do not run. The link has no
 * `download` attribute: in a frame a browser then fetches it without the cookie of that frame.
 */
export function CopyOrderText({ copy, title }: { readonly copy: CopyReadyOrder; readonly title: string }) {
  return (
    <section aria-labelledby="copy-title">
      <h2 id="copy-title">{title}</h2>
      {copy.orderTexts.map((text, index) => (
        <div className="field" key={text}>
          <label htmlFor={`copy-order-${index}`}>
            {copy.orderTexts.length === 1 ? 'Order' : `Order ${index + 1} of ${copy.orderTexts.length}`}
          </label>
          <textarea id={`copy-order-${index}`} className="copy-text" readOnly defaultValue={text} />
        </div>
      ))}
      <div className="field">
        <label htmlFor="copy-note">Note to the pharmacist</label>
        <textarea
          id="copy-note"
          className="copy-text copy-short"
          readOnly
          defaultValue={copy.pharmacistNote}
        />
      </div>
      <p>
        <a className="button" href={`order?shown=${copy.mark}`}>
          Download as FHIR file
        </a>
      </p>
    </section>
  );
}
