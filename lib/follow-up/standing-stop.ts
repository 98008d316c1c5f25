/**
 * A check that blocks today, said of an order that stands already.
 * @see rule R27 of the clinical content: an opioid that appears after the start means no step, hold and contact the patient today
 */
import type { DraftState } from '#lib/order/standing/own-drafts.ts';
import type { Finding, Judgement } from '#lib/safety/judgement.ts';
import { withScreenDates } from '#lib/words/en/dates.ts';
import { blockingFindings } from '#lib/words/en/judgement.ts';

export interface StandingStop {
  readonly title: string;
  readonly meaning: string;
  /** The messages of the checks that block. */
  readonly because: readonly string[];
  readonly steps: readonly string[];
}

const SINCE_THEN = 'What blocks now was not there, or not known, when this was written.';
const WHOLE_CHECK = 'The whole check of today is on Safety.';

/** Nothing of these is to be taken any more. */
const OVER: ReadonlySet<DraftState> = new Set(['cancelled', 'stopped', 'entered-in-error', 'gone']);

/** @param own where orders of this app stand: that they are there forbids a second one, and says nothing against them. */
export function standingStop(
  judgement: Judgement,
  state: DraftState,
  own: ReadonlySet<string>,
): StandingStop | null {
  if (OVER.has(state)) return null;
  const blocks = blockingFindings(judgement).filter((finding) => !isAboutOwnOrder(finding, own));
  if (blocks.length === 0) return null;
  const because = blocks.map(({ message }) => withScreenDates(message));
  if (state === 'draft') {
    return {
      title: 'Do not sign: a check of today blocks',
      meaning: SINCE_THEN,
      because,
      steps: ['Do not sign the draft. Cancel it in the EHR.', WHOLE_CHECK],
    };
  }
  if (judgement.opioid.verdict === 'present') {
    return {
      title: 'No further step: an opioid stands on the chart',
      meaning: 'Together with an opioid, low-dose naltrexone can precipitate withdrawal.',
      because,
      steps: ['Hold low-dose naltrexone and contact the patient today.', WHOLE_CHECK],
    };
  }
  return {
    title: 'A check of today blocks while this order stands',
    meaning: SINCE_THEN,
    because,
    steps: ['Decide today whether it is held: this app cannot.', WHOLE_CHECK],
  };
}

/** Where nothing blocks and opioids are not excluded either; null where there is nothing to say. */
export function opioidNotExcluded(judgement: Judgement, state: DraftState): string | null {
  if (OVER.has(state) || judgement.opioid.verdict === 'none-found') return null;
  const when = state === 'draft' ? 'before it is signed' : 'before the next step';
  return `The check of today does not exclude an opioid: see Safety, and ask the patient ${when}.`;
}

/** "Already on naltrexone" and "order exists" are said of the very order that is looked at. */
export function isAboutOwnOrder({ rule, sources }: Finding, own: ReadonlySet<string>): boolean {
  return (rule === 'R12' || rule === 'R13') && sources.every((source) => own.has(source));
}
