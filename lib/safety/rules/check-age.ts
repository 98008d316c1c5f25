/** R18: age. */

import type { Rule } from '#lib/safety/rule.ts';
import { ageInYears } from './patient-age.ts';

const ADULT = 18;
const OLDER = 65;

export const checkAge: Rule = {
  id: 'R18',
  basis: ['labelRenal'],
  check: ({ chart: { patient }, asOf, dayOf }) => {
    const age = ageInYears(patient.birthDate, asOf, dayOf);
    const sources = [patient.source];
    if (age === null)
      return [{ severity: 'blocks', message: 'Age not known. Not established under 18.', sources }];
    if (age.least < ADULT)
      return [
        {
          severity: 'blocks',
          message: `Age ${age.least} (born ${patient.birthDate}). Not established under 18.`,
          sources,
        },
      ];
    return age.most >= OLDER
      ? [
          {
            severity: 'informs',
            message: `Age ${age.most} (born ${patient.birthDate}): 65 or over.`,
            sources,
          },
        ]
      : [];
  },
};
