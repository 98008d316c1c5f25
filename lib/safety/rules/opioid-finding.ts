/** Which of R02-R05 an opioid on board belongs to: depots and maintenance opioids have their own. */

import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { isMaintenanceOpioid } from '#lib/safety/exposure/washout.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';

export type OpioidRule = 'R02' | 'R03' | 'R04' | 'R05';

/** The rule an opioid row raises today; null when it raises none of them. R04 and R05 replace R02 and R03 for their drugs. */
export function opioidRule(medication: JudgedMedication): OpioidRule | null {
  const { recognition, standing, depot } = medication;
  if (!isOpioid(recognition)) return null;
  if (depot) return standing === 'current' || standing === 'recent' || standing === 'past' ? 'R05' : null;
  if (standing !== 'current' && standing !== 'recent') return null;
  if (isMaintenanceOpioid(recognition)) return 'R04';
  return standing === 'current' ? 'R02' : 'R03';
}
