/** What else a text names beside a test strip: "fentanyl test strips" hold no opioid, "test strips; oxycodone 5 mg tab" lists one. */

const ENDS =
  /[;,\n+&]|(?<=(?:strips?|streifen|react[ií]vas|r[eé]actives?|reattive))\s+(?:and|with|plus|und|mit|et|y|e)\s/i;
/** What a test measures is told in nanograms, or for each decilitre. */
const DOSE =
  /\d\s?(?:mg|mcg|ug|[µμ]g)\b(?!\s?\/\s?d?l\b)|\d[/-]\d{3}\b(?!\s?(?:strip|test|count|ct))|\b(?:tab(?:let)?s?|cap(?:sule)?s?|patch(?:es)?|vials?|amp(?:oule)?s?|inj(?:ection)?|syrup)\b/i;

/** Whether a text that names a test strip speaks of the dose of a medicine. */
export const hasDoseBesideStrip = (text: string): boolean => DOSE.test(text);

/**
 * The parts of a text that stand beside a test strip, and may be another product. None for "test strips, fentanyl", the order of words of
 * supply lists.
 * @param isTestStrip whether a text names a test strip.
 */
export function besideTestStrip(text: string, isTestStrip: (text: string) => boolean): readonly string[] {
  const parts = text.split(ENDS).filter((part) => part.trim() !== '');
  const [first = '', second] = parts;
  const isInverted = parts.length === 2 && isTestStrip(first) && text.includes(`${first},${second}`);
  return isInverted ? [] : parts.filter((part) => !isTestStrip(part));
}
