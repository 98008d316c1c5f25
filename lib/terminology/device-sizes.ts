/** How the sizes of devices are written: "10cm x 4m", "31 ga", "CH12", "3-0". */

/** No medicine is sold by width and length, but patches may be described so. */
const TWO_LENGTHS =
  /\d(?:[.,]\d{1,3})?\s?(?:cm|mm|m|g|gauge|in|")?\s?[x\u00d7*]\s?\d{1,4}(?:[.,]\d{1,3})?\s?(?:cm|mm|m|in|inch|")(?![a-z0-9\u00b2])/i;
/** "31 ga", "CH12", "16 Fr", "3-0", "36 cm": how needles, tubes, threads and instruments are measured, and no medicine. */
const SIZES =
  /\b\d{2}\s?g(?:a|auge|\s?x\s?\d)\b|\bg\s?\d{2}\b|\b(?:ch|fr|charr)\s?\.?\s?\d{1,2}\b|\b\d{1,2}(?:[.,]5)?\s?(?:fr|french)\b|(?<![\d/.-])\d{1,2}[-/]0(?![\d/.-])|\d\s?(?:cms?|mm|inch|yds?|yards?|yardas)(?![a-z0-9\u00b2])|\d\s?in$/i;
/** A length alone, a French size or a thread's number is enough; "20 g" may be grams. */
const LENGTH =
  /\d\s?(?:cms?|mm|inch(?:es)?|yds?|yards?|yardas)(?![a-z0-9\u00b2])|\b(?:ch|fr|charr)\s?\.?\s?\d{1,2}\b|\b\d{1,2}(?:[.,]5)?\s?(?:fr|french)\b/i;
/** "10x10": of dressings, and of blister packs. */
const DIMENSIONS = /\b\d{1,3}(?:[.,]\d{1,2})?\s?[x\u00d7*]\s?\d{1,3}(?:[.,]\d{1,2})?\b/i;
const MAX_TEXT = 250;

export const hasTwoLengths = (text: string): boolean => TWO_LENGTHS.test(text.slice(0, MAX_TEXT));
export const hasSize = (text: string): boolean => SIZES.test(text.slice(0, MAX_TEXT).trim());
export const hasLength = (text: string): boolean => LENGTH.test(text.slice(0, MAX_TEXT));
export const hasDimensions = (text: string): boolean => DIMENSIONS.test(text.slice(0, MAX_TEXT));
