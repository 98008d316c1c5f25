/** Characters that turn the direction of what stands around them: with them "0.5 mg" can be made to look like another dose. */

/** @see Unicode Standard Annex 9, section 2 (Directional Formatting Characters) */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same letters; what is written from right to left still is, for letters know their direction by themselves. */
export function withoutDirectionMarks(text: string): string {
  return text.replace(DIRECTION_MARKS, '');
}
