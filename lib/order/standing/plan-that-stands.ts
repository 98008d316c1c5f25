/** What may be told to the patient of an order that an earlier launch wrote. */

import { verifyDraft } from '#lib/order/verify/verify-draft.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { OwnDraft } from './own-drafts.ts';

/** The plan of an order of an earlier launch that is drafted or signed as it was sent; null where there is none to go by. */
export function planThatStands(drafts: readonly OwnDraft[]): TitrationPlan | null {
  const inForce = drafts.filter(({ state }) => state === 'draft' || state === 'signed');
  const isAsSent = inForce.every(
    ({ sent, stored }) =>
      sent !== null && verifyDraft({ requests: [sent] }, [stored], 'later').state !== 'serious',
  );
  const plans = new Set(inForce.map(({ plan }) => JSON.stringify(plan)));
  return isAsSent && plans.size === 1 ? (inForce[0]?.plan ?? null) : null;
}
