/** Characters that turn the direction of what stands around them: with them "0.5 mg" can be made to look like another dose. */

/** @see Unicode Standard Annex 9, section 2 (Directional Formatting Characters) */
const DIRECTION_MARK = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const DIRECTION_MARKS = new RegExp(DIRECTION_MARK, 'g');

/** The same letters; what is written from right to left still is, for letters know their direction by themselves. */
export function withoutDirectionMarks(text: string): string {
  // Hardly any text has one, and to look is quicker than to replace nothing.
  return DIRECTION_MARK.test(text) ? text.replace(DIRECTION_MARKS, '') : text;
}
