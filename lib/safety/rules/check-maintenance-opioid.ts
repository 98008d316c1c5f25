/** R04: methadone, buprenorphine and their kin, current or within their washout: whoever treats with them decides. */
import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { isToldByItsSupply, opioidRule } from './opioid-finding.ts';

export const checkMaintenanceOpioid: Rule = {
  id: 'R04',
  basis: ['labelContraindications', 'labelLongActing'],
  check: ({ medications, handedOrGiven, dayOf }) =>
    medications
      .filter(
        (medication) => opioidRule(medication) === 'R04' && !isToldByItsSupply(medication, handedOrGiven),
      )
      .map((medication) => {
        const { row, exposure, clearFrom } = medication;
        return {
          severity: 'blocks',
          message: `${drugWords(medication)}: long-acting opioid (${statusAndKind(row, dayOf)}); contact its prescriber or treating service.${
            exposure.kind === 'ended'
              ? ` Last exposure may be ${exposure.lastDay}; not before ${clearFrom}.`
              : ''
          }`,
          sources: [row.source],
        };
      }),
};
