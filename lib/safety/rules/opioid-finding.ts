/** Which of R02-R05 an opioid on board belongs to: depots and maintenance opioids have their own. */

import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { isMaintenanceOpioid } from '#lib/safety/exposure/washout.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';

type OpioidRule = 'R02' | 'R03' | 'R04' | 'R05';

/** Whether the finding of what was handed over or given says already all that this order's would. */
export function isToldByItsSupply(
  { row, exposure }: JudgedMedication,
  handedOrGiven: readonly JudgedMedication[],
): boolean {
  return (
    exposure.kind === 'ended' &&
    exposure.basis === 'supply' &&
    row.kind === 'request' &&
    handedOrGiven.some(
      (supply) =>
        supply.row.orders.includes(row.source) &&
        opioidRule(supply) !== null &&
        supply.exposure.kind === 'ended' &&
        supply.exposure.lastDay === exposure.lastDay,
    )
  );
}

/** The rule an opioid row raises today; null when it raises none of them. R04 and R05 replace R02 and R03 for their drugs. */
export function opioidRule(medication: JudgedMedication): OpioidRule | null {
  const { recognition, use, depot } = medication;
  if (!isOpioid(recognition)) return null;
  if (depot) return use === 'current' || use === 'recent' || use === 'past' ? 'R05' : null;
  if (use !== 'current' && use !== 'recent') return null;
  if (isMaintenanceOpioid(recognition)) return 'R04';
  return use === 'current' ? 'R02' : 'R03';
}
