/**
 * The rung between a draft and a text to copy: the reviewed order is kept, and shown where its user makes the next order for this patient. What was
 * seen there is kept beside it, for Done to tell.
 */

import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { RECHECK_AFTER_DAYS } from '#lib/order/standing/own-drafts.ts';
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

export interface OfferedOrder {
  readonly identifier: string;
  readonly requests: readonly DraftRequest[];
  readonly plan: TitrationPlan;
  /** To be typed or pasted, one an order. */
  readonly texts: readonly string[];
  /** When it was reviewed, epoch milliseconds. */
  readonly at: number;
  /** Null until it was shown. */
  readonly shown: OfferShown | null;
}

export interface OfferShown {
  /** Epoch milliseconds. */
  readonly at: number;
  /** How the naltrexone that was being ordered compared with it; `none` where another drug was ordered. */
  readonly ordered: 'as-reviewed' | 'another' | 'none';
  /** As the EHR calls it; null where there was none. */
  readonly words: string | null;
}

/** POLICY: a review older than this is made again, and its order offered to nobody. */
const OFFERED_FOR_MS = RECHECK_AFTER_DAYS * 24 * 60 * 60_000;

/** Whose next order of which patient. */
export interface OfferTo {
  readonly issuer: string;
  readonly patientId: string;
  /** "Practitioner/p9" */
  readonly user: string;
}

/** Epoch milliseconds. */
export function offeredUntil({ at }: Pick<OfferedOrder, 'at'>): number {
  return at + OFFERED_FOR_MS;
}

/** In place of what this user was offered for this patient before. */
export async function keepOffer(
  records: SealedRecords,
  to: OfferTo,
  { identifier, requests, plan }: DraftOrder,
  { texts, at }: Pick<OfferedOrder, 'texts' | 'at'>,
): Promise<void> {
  const offer: OfferedOrder = { identifier, requests, plan, texts, at, shown: null };
  await records.put(keyOf(to), offer, offeredUntil(offer));
}

/** Null where none was made, or it has run out. */
export async function readOffer(records: SealedRecords, to: OfferTo): Promise<OfferedOrder | null> {
  return (await records.readOne<OfferedOrder>(keyOf(to)))?.value ?? null;
}

/** Keeps what was seen when it was shown; it runs out when it would have. */
export async function keepShown(
  records: SealedRecords,
  to: OfferTo,
  offer: OfferedOrder,
  shown: OfferShown,
): Promise<void> {
  await records.put(keyOf(to), { ...offer, shown }, offeredUntil(offer));
}

function keyOf({ issuer, patientId, user }: OfferTo): string {
  return `offer/${digest(`${issuer}|${patientId}|${user}`)}`;
}
