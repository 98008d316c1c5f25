/** R18: age. */

import type { NoFacts, RawFinding, Rule } from '#lib/safety/rule.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import { ageInYears } from './patient-age.ts';

const ADULT = 18;
const OLDER = 65;

interface Age {
  readonly years: number;
  /** As the chart has it: it may be a year or a month. */
  readonly birthDate: ChartDate | null;
}

export type AgeFinding =
  | RawFinding<'age-not-known', NoFacts>
  | RawFinding<'under-18', Age>
  | RawFinding<'older-adult', Age>;

export const checkAge: Rule<AgeFinding> = {
  id: 'R18',
  basis: ['labelRenal'],
  check: ({ chart: { patient }, asOf, dayOf }) => {
    const age = ageInYears(patient.birthDate, asOf, dayOf);
    const sources = [patient.source];
    if (age === null) return [{ code: 'age-not-known', facts: {}, severity: 'blocks', sources }];
    const { birthDate } = patient;
    if (age.least < ADULT)
      return [
        {
          code: 'under-18',
          facts: { years: age.least, birthDate },
          severity: 'blocks',
          sources,
        },
      ];
    return age.most >= OLDER
      ? [
          {
            code: 'older-adult',
            facts: { years: age.most, birthDate },
            severity: 'informs',
            sources,
          },
        ]
      : [];
  },
};
