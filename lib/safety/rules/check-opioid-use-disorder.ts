/** R10: opioid use disorder or withdrawal. */

import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { opioidUseDisorders } from './opioid-use-disorder.ts';

export type OpioidUseDisorderFinding =
  | RawFinding<'opioid-use-disorder', { readonly rows: readonly RowFact[] }>
  /** Older, or in remission. */
  | RawFinding<'opioid-use-disorder-past', { readonly rows: readonly RowFact[] }>;

export const checkOpioidUseDisorder: Rule<OpioidUseDisorderFinding> = {
  id: 'R10',
  basis: ['labelContraindications'],
  check: (patient) => {
    const found = opioidUseDisorders(patient);
    if (found.length === 0) return [];
    const active = found.filter((disorder) => disorder.active);
    const rows = (active.length > 0 ? active : found).map(({ row }) => row);
    const sources = rows.map(({ source }) => source);
    return active.length > 0
      ? [{ code: 'opioid-use-disorder', facts: { rows }, severity: 'blocks', sources }]
      : [
          {
            code: 'opioid-use-disorder-past',
            facts: { rows },
            severity: 'confirm',
            sources,
            reasons: reasons('specialist-agrees', 'stable-remission', 'not-this-patient'),
          },
        ];
  },
};
