import type { RawFinding } from '#lib/safety/rule.ts';
import type { DayWords } from '../dates.ts';

/** One sentence a code of these findings. */
export type WordsOf<F extends RawFinding> = {
  readonly [C in F['code']]: (facts: Extract<F, { readonly code: C }>['facts'], day: DayWords) => string;
};
