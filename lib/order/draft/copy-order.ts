/** The lowest rung, always there: the order as text to type or paste, the notes beside it, and the drafts as a file. */

import { markOf } from '#lib/review/marks.ts';
import type { DraftOrder } from './draft-order.ts';
import type { DraftRequest } from './draft-shape.ts';
import type { OrderWords } from './order-words.ts';
import { fullUrlOf } from './own-identifier.ts';

export interface CopyReadyOrder {
  /** One text an order to be entered: ASCII, one line, at most 1,000 characters. */
  readonly orderTexts: readonly string[];
  /** ASCII, at most 210 characters. */
  readonly pharmacistNote: string;
  /** All that was checked and answered, a line each, for the chart and not for the pharmacy; null in a draft of an earlier version. */
  readonly assessment: string | null;
  /** The drafts as a FHIR R4 Bundle to download. */
  readonly bundle: {
    readonly resourceType: 'Bundle';
    readonly type: 'collection';
    readonly entry: readonly { readonly fullUrl: string; readonly resource: DraftRequest }[];
  };
  /** Fingerprint of the Bundle: what is downloaded is what stood beside the link, or nothing. */
  readonly mark: string;
}

/** @see FHIR R4 Bundle */
export function copyOrder(
  { plan, requests, assessment }: Pick<DraftOrder, 'plan' | 'requests' | 'assessment'>,
  words: Pick<OrderWords, 'orderText' | 'pharmacistNote'>,
): CopyReadyOrder {
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: requests.map((resource) => ({ fullUrl: fullUrlOf(resource), resource })),
  } as const;
  return {
    orderTexts: plan.supply.map((line) => words.orderText(plan, line)),
    pharmacistNote: words.pharmacistNote(plan),
    assessment: assessment?.join('\n') ?? null,
    bundle,
    mark: markOf(bundle),
  };
}
