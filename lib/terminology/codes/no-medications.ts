/** "No known medications": an entry that says the list is empty, or that nothing is known of it. It names no drug. */
import { codes, type Sought } from './sought.ts';

/**
 * IPS absent-or-unknown codes; SNOMED CT: no known medications, no current medications, drug therapy unknown.
 * @see HL7 International Patient Summary, "absent-unknown-uv-ips"
 */
export const NO_MEDICATIONS: Sought = {
  codes: codes('no-known-medications no-medication-info', '787481004 182904002 182849000'),
  words:
    /^\W*(?:(?:patient|pt) (?:takes|is taking|is on|on) )?(?:no|nil|not on any|not taking any|denies(?: taking)?(?: any)?|none) ?(?:known |current |regular |active |home |prescribed |recorded |reported ){0,3}(?:medications?|medicines?|meds|drugs?|drug therapy|medication information(?: available)?|information about (?:current )?medications?)?(?: known| recorded| reported| at (?:this time|present))?\W*$/i,
};
