/** What a rule's findings need to be said: one sentence a code. */
import type { RawFinding } from '#lib/safety/rule.ts';
import type { DayWords } from '../../shapes.ts';

/** A code of the rule without its sentence does not compile. */
export type WordsOf<F extends RawFinding> = {
  readonly [One in F as One['code']]: (facts: One['facts'], day: DayWords) => string;
};
