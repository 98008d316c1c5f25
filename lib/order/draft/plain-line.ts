/** Text from a chart or a keyboard, made fit for an order: some EHRs refuse line breaks and curly quotes at the moment of signing. */

import { withoutDirectionMarks } from '#lib/fhir/direction-marks.ts';

const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201b\u2032]/g, "'"],
  [/[\u201c-\u201f\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\s\p{Cc}\u2028\u2029]+/gu, ' '],
];

/** The same words on one line with straight quotes and plain dashes. Letters of any script stay. */
export function plainLine(text: string): string {
  return PLAIN.reduce(
    (plain, [mark, replacement]) => plain.replace(mark, replacement),
    withoutDirectionMarks(text),
  ).trim();
}
