/** Long texts of a chart in a message or a heading: their beginning. The whole stands under the message, among the chart's own lines. */

/** Longer than any name of a drug, a test or a person that is one. POLICY */
export const LONGEST_SHOWN = 240;

/** The text, or its beginning and how long it is. */
export function inShort(text: string): string {
  if (text.length <= LONGEST_SHOWN) return text;
  // A character of two units is not cut in two.
  const beginning = text.slice(0, LONGEST_SHOWN).replace(/[\uD800-\uDBFF]$/, '');
  return `${beginning}... (${text.length} characters)`;
}
