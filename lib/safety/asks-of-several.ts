import type { Finding } from './finding.ts';

/** Whether one answer settles a whole list of names. */
export function asksOfSeveral({ reasons }: Pick<Finding, 'reasons'>): boolean {
  return reasons.some(({ id }) => id === 'none-is-an-opioid');
}
