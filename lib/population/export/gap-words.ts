/** The sentence of a gap. */
import type { Words } from '#lib/words/words-for.ts';
import type { ExportGap } from './gaps.ts';

type Sentences = {
  readonly [Code in ExportGap['code']]: (gap: Extract<ExportGap, { code: Code }>) => string;
};

export function gapWords(words: Words, gap: ExportGap): string {
  const sentences: Sentences = words.population.gaps;
  const sentence: (gap: never) => string = sentences[gap.code];
  return sentence(gap as never);
}
