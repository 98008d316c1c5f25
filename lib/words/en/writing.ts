/** What every screen says of the way into this EHR. */
import type { DraftDoubt } from '#lib/order/write/draft-doubt.ts';
import type { ChosenRung } from '#lib/order/write/write-ladder.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Site } from '#lib/settings/site.ts';
import { DONE_WORDS } from './done.ts';
import { DOUBT_WORDS } from './doubt.ts';
import { FRAME_WORDS } from './frame.ts';
import { rungWords } from './write-ladder.ts';

/** Nothing is promised while a check blocks, or where an order of this app stands or may stand. */
export function writingWords(
  chosen: ChosenRung,
  site: Pick<Site, 'name' | 'writeBack'>,
  judgement: Judgement,
  doubt: DraftDoubt | null,
): string {
  if (doubt !== null) return DOUBT_WORDS.writing;
  const blocks = blockingFindings(judgement);
  if (blocks.length === 0) return rungWords(chosen, site);
  const isOrderAlone = blocks.every(({ rule }) => rule === 'R12' || rule === 'R13');
  const hasOwnOrder = blocks.some(({ rule }) => rule === 'R13');
  return isOrderAlone && hasOwnOrder ? DONE_WORDS.noSecond : FRAME_WORDS.foot.blocked;
}
