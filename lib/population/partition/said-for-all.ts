/** What the server says went wrong with an export as a whole: OperationOutcomes that name no patient. */
import type { ExportGap } from '#lib/population/export/gaps.ts';

/** POLICY: each is repeated in every chart; beyond this they are counted. */
const MOST_OUTCOMES = 20;

export class SaidForAll {
  readonly #texts = new Set<string>();
  #isUnreadable = false;

  /** @param text as the server wrote it. */
  add(text: string): void {
    this.#texts.add(text);
  }

  /** Something in the server's list of faults is none, or cannot be read. */
  unreadable(): void {
    this.#isUnreadable = true;
  }

  /** Each once, in an order of their own, as many as a chart repeats. */
  outcomes(): readonly string[] {
    return [...this.#texts].sort().slice(0, MOST_OUTCOMES);
  }

  gaps(): readonly ExportGap[] {
    const more = this.#texts.size - MOST_OUTCOMES;
    return [
      ...(more > 0 ? [{ code: 'more-outcomes' as const, more }] : []),
      ...(this.#isUnreadable ? [{ code: 'outcome-unreadable' as const }] : []),
    ];
  }
}
