/** A transdermal patch goes on giving until it is taken off; the longest wear counts. */
import type { MedicationRow } from '#lib/chart/chart.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { rowSays } from './row-says.ts';

/** @see product labels: fentanyl 72 hours, buprenorphine 7 days; any other: the longest (POLICY). */
const WEAR_DAYS = { fentanyl: 3, other: 7 } as const;

const PATCH =
  /\b(patch(es)?|transderm\w*|pflaster|parches?|cerott[oi]|pleisters?|(depot)?plaster|adesivos?|butrans|durogesic|duragesic|tts)\b/i;

/** Days a patch put on stays on; 0 for what is no patch. Long-acting fentanyl of any other wording or code is a patch too. */
export function patchWearDays(row: MedicationRow, { agonists, release, lastingForm }: Recognition): number {
  const onlyFentanyl = agonists.length === 1 && agonists[0] === 'fentanyl';
  const isPatch =
    lastingForm === 'patch' || rowSays(row, PATCH) || (onlyFentanyl && release === 'long-acting');
  if (!isPatch) return 0;
  return onlyFentanyl ? WEAR_DAYS.fentanyl : WEAR_DAYS.other;
}
