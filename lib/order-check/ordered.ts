/** An order that is being made, and what of it matters here. */
import type { MedicationState } from '#lib/chart/states.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import { isNaltrexone } from '#lib/safety/rules/naltrexone.ts';

export interface Ordered {
  readonly medication: JudgedMedication;
  /** The hook is about it; the others only lie beside it. */
  readonly isSelected: boolean;
}

/** `unread`: its drug is only pointed to and did not come, so that it may be any. */
type OrderKind = 'naltrexone' | 'opioid' | 'perhaps-opioid' | 'unread' | 'another';

/** An order not to give, or one that is taken back or stopped as it is signed, begins nothing. */
const BEGINS_NOTHING: ReadonlySet<MedicationState> = new Set(['withdrawn', 'broken-off', 'in-error']);

/** A near miss of an opioid's name may be one. A word nobody knows is no reason to interrupt whoever orders it. */
export function orderKind({ medication }: Ordered): OrderKind {
  const { row } = medication;
  if (BEGINS_NOTHING.has(row.state) || (row.kind === 'request' && row.doNotPerform)) return 'another';
  if (isNaltrexone(medication)) return 'naltrexone';
  const { recognition } = medication;
  if (isOpioid(recognition)) return 'opioid';
  if (recognition.kind !== 'cannot-tell') return 'another';
  if (recognition.doubts.some(({ kind }) => kind === 'suspicion')) return 'perhaps-opioid';
  const isUnread = recognition.doubts.some(
    ({ kind, words }) => kind === 'unread' && typeof words !== 'string' && words.code === 'not-found',
  );
  return isUnread ? 'unread' : 'another';
}

/** Whether any of the orders that the hook is about is one that this app has something to say of. */
export function concerns(orders: readonly Ordered[]): boolean {
  return orders.some((order) => order.isSelected && !['another', 'unread'].includes(orderKind(order)));
}

/** The same, or one of which nobody knows yet what it is. */
export function mayConcern(orders: readonly Ordered[]): boolean {
  return orders.some((order) => order.isSelected && orderKind(order) !== 'another');
}
