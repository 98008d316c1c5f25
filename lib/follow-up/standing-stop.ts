/**
 * A check that blocks today, said of an order that stands already.
 * @see rule R27 of the clinical content: an opioid that appears after the start means no step, hold and contact the patient today
 */
import { type DraftState, isNotToBeTaken } from '#lib/order/standing/draft-state.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';

export interface StandingStop {
  /** `opioid`: one stands on the chart while the order may be taken. */
  readonly kind: 'unsigned' | 'opioid' | 'other';
  /** The findings that block. */
  readonly because: readonly Finding[];
}

/** @param own where orders of this app stand: that they are there forbids a second one, and says nothing against them. */
export function standingStop(
  judgement: Judgement,
  state: DraftState,
  own: ReadonlySet<string>,
): StandingStop | null {
  if (isNotToBeTaken(state)) return null;
  const blocks = blockingFindings(judgement).filter((finding) => !isAboutOwnOrder(finding, own));
  if (blocks.length === 0) return null;
  if (state === 'draft') return { kind: 'unsigned', because: blocks };
  return { kind: judgement.opioid.verdict === 'present' ? 'opioid' : 'other', because: blocks };
}

/** Nothing blocks, and opioids are not excluded either, while an order may be signed or taken. */
export function isOpioidNotExcluded(judgement: Judgement, state: DraftState): boolean {
  return !isNotToBeTaken(state) && judgement.opioid.verdict !== 'none-found';
}

/** "Already on naltrexone" and "order exists" are said of the very order that is looked at. */
function isAboutOwnOrder({ rule, sources }: Finding, own: ReadonlySet<string>): boolean {
  return (rule === 'R12' || rule === 'R13') && sources.every((source) => own.has(source));
}
