/** R05: depots, implants, spinal pumps and infusions without an end have no safe date. */
import { dated } from '#lib/safety/dated.ts';
import { DEPOT_DAYS } from '#lib/safety/exposure/washout.ts';
import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';
import { opioidRule } from './opioid-finding.ts';

const REASONS = reasons('depot-over', 'specialist-agrees', 'implant-removed');

export const checkDepotOpioid: Rule = {
  id: 'R05',
  basis: ['depotHalfLife', 'policy'],
  check: ({ medications, opioidProcedures, dayOf }) => [
    ...medications
      .filter((medication) => opioidRule(medication) === 'R05')
      .map((medication): WordedFinding => {
        const { row, standing } = medication;
        const words = drugWords(medication);
        return standing === 'past'
          ? {
              severity: 'confirm',
              message: `${words}: depot, implant or pump more than ${DEPOT_DAYS} days ago (${statusAndKind(row, dayOf)}). No later one, and nothing left in place?`,
              sources: [row.source],
              reasons: REASONS,
            }
          : {
              severity: 'blocks',
              message: `${words}: depot, implant or pump (${statusAndKind(row, dayOf)}). No safe date; specialist advice.`,
              sources: [row.source],
            };
      }),
    ...opioidProcedures.flatMap(({ row, kind, words, day }): WordedFinding[] => {
      if (kind === 'treatment') return [];
      const named = dated(words, day);
      return kind === 'in-place' && day !== null
        ? [
            {
              severity: 'blocks',
              message: `${named}: pump, depot or implant. No safe date; specialist advice.`,
              sources: [row.source],
            },
          ]
        : [
            {
              severity: 'confirm',
              message: `${named}: pump, depot or implant. Is nothing left in place?`,
              sources: [row.source],
              reasons: REASONS,
            },
          ];
    }),
  ],
};
