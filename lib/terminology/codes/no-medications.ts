/** "No known medications": an entry that says the list is empty, or that nothing is known of it. It names no drug. */
import { codes, type Sought } from './sought.ts';

/**
 * IPS absent-or-unknown codes; SNOMED CT: no known medications, no current medications, not on medication, drug therapy unknown.
 * @see HL7 International Patient Summary, "absent-unknown-uv-ips"
 */
const WHOSE = '(?:(?:the )?(?:patient|pt) )?(?:medication list(?: reviewed)?\\s*[-:]\\s*)?';
const NONE =
  '(?:(?:takes|taking|is taking|is on|on) )?(?:no|nil|none)|(?:is |currently )?not (?:currently )?(?:on|taking)(?: any)?|denies(?: taking| use of)?(?: any)?';
const KINDS =
  '(?:(?:known|current|currently|regular|active|home|prescribed|prescription|recorded|reported|long-term|otc|over-the-counter|other|or|and) ){0,5}';
const MEDICINES =
  '(?:medications?|medicines?|meds|drugs?|drug therapy|medication information(?: available)?|information about (?:current )?medications?)';
const SINCE = '(?: known| recorded| reported| taken| at (?:this time|present))?';

export const NO_MEDICATIONS: Sought = {
  codes: codes('no-known-medications no-medication-info', '787481004 182904002 182849000 1234391001'),
  words: new RegExp(
    `^\\W*${WHOSE}(?:(?:${NONE}) ?${KINDS}${MEDICINES}?${SINCE}|nkm|n/a|not applicable)\\W*$`,
    'i',
  ),
};
