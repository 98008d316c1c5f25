/** R05: depots, implants, spinal pumps and infusions without an end have no safe date. */
import { drugWords, statusAndKind } from './medication-words.ts';
import { opioidRule } from './opioid-finding.ts';
import type { Rule } from './rule.ts';
import { DEPOT_DAYS } from './washout.ts';

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
              reasons: [
                'Last one confirmed more than a year ago, nothing left in place',
                'Specialist consulted, agrees to start',
                'Implant or pump removed, date checked',
              ],
            }
          : {
              severity: 'blocks',
              message: `${words}: depot, implant or pump (${statusAndKind(row, dayOf)}). No safe date; specialist advice.`,
              sources: [row.source],
            };
      }),
};
