/** Doubts put in order. */
import type { Doubt } from './recognition.ts';

export const GRAVEST_FIRST: Readonly<Record<Doubt['kind'], number>> = {
  suspicion: 0,
  unread: 1,
  unknown: 2,
  'odd-words': 3,
};

/** Each doubt once, gravest kind first, those of a kind by their words. */
export function sortedDoubts(doubts: readonly Doubt[]): readonly Doubt[] {
  const byWords = new Map(
    doubts.map((doubt) => [
      `${GRAVEST_FIRST[doubt.kind]} ${typeof doubt.words === 'string' ? doubt.words : JSON.stringify(doubt.words)}: ${JSON.stringify(doubt.resembles)}`,
      doubt,
    ]),
  );
  return [...byWords].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, doubt]) => doubt);
}
