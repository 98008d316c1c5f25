/** R05: depots, implants, spinal pumps and infusions without an end have no safe date. */

import { DEPOT_DAYS } from '#lib/safety/exposure/washout.ts';
import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { opioidRule } from './opioid-finding.ts';

export const checkDepotOpioid: Rule = {
  id: 'R05',
  title: 'Depot, implant or pump',
  basis: ['depotHalfLife', 'policy'],
  check: ({ medications, dayOf }) =>
    medications
      .filter((medication) => opioidRule(medication) === 'R05')
      .map((medication) => {
        const { row, standing } = medication;
        const words = drugWords(medication);
        return standing === 'past'
          ? {
              severity: 'confirm',
              message: `${words}: depot, implant or pump more than ${DEPOT_DAYS} days ago (${statusAndKind(row, dayOf)}). No later one, and nothing left in place?`,
              sources: [row.source],
              reasons: reasons('depot-over', 'specialist-agrees', 'implant-removed'),
            }
          : {
              severity: 'blocks',
              message: `${words}: depot, implant or pump (${statusAndKind(row, dayOf)}). No safe date; specialist advice.`,
              sources: [row.source],
            };
      }),
};
