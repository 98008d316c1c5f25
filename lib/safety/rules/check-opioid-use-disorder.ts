/** R10: opioid use disorder or withdrawal. */

import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { opioidUseDisorders } from './opioid-use-disorder.ts';

export const checkOpioidUseDisorder: Rule = {
  id: 'R10',
  basis: ['labelContraindications'],
  check: (patient) => {
    const found = opioidUseDisorders(patient);
    const active = found.filter((disorder) => disorder.active);
    const past = found.filter((disorder) => !disorder.active);
    const words = (rows: typeof found) => [...new Set(rows.map((row) => row.words))].join('; ');
    return [
      ...(active.length > 0
        ? [
            {
              severity: 'blocks' as const,
              message: `${words(active)} on the chart. Specialist advice first.`,
              sources: active.map(({ source }) => source),
            },
          ]
        : []),
      ...(past.length > 0 && active.length === 0
        ? [
            {
              severity: 'confirm' as const,
              message: `${words(past)} on the chart, older or in remission. Specialist advice first.`,
              sources: past.map(({ source }) => source),
              reasons: reasons('specialist-agrees', 'stable-remission', 'not-this-patient'),
            },
          ]
        : []),
    ];
  },
};
