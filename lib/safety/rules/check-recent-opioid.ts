/** R03: an opioid ended too recently. Where that rests on what an order says alone, the prescriber may state the last dose. */

import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';
import { lastDoseQuestion } from './last-dose-question.ts';
import { isToldByItsSupply, opioidRule } from './opioid-finding.ts';

const KNOWN = {
  'end-date': 'Only the end date of the order is known',
  'ordered-supply': 'Only what was ordered is known, not what was handed over or taken',
} as const;

export const checkRecentOpioid: Rule = {
  id: 'R03',
  basis: ['labelOpioidFree', 'policy'],
  check: (patient) =>
    patient.medications.flatMap((medication): WordedFinding[] => {
      const { row, exposure, clearFrom } = medication;
      if (opioidRule(medication) !== 'R03' || exposure.kind !== 'ended') return [];
      if (isToldByItsSupply(medication, patient.handedOrGiven)) return [];
      const message = `${drugWords(medication)}: last exposure may be ${exposure.lastDay} (${statusAndKind(row, patient.dayOf)}). Earliest start ${clearFrom}.`;
      if (exposure.basis === 'supply') return [{ severity: 'blocks', message, sources: [row.source] }];
      return [
        {
          severity: 'confirm',
          message: `${message} ${KNOWN[exposure.basis]}: when was it last taken?`,
          sources: [row.source],
          reasons: reasons(
            'last-taken-patient-asked',
            'last-taken-monitoring-record',
            exposure.basis === 'end-date' ? 'end-date-is-last-dose' : 'taken-as-ordered',
            'not-taken',
          ),
          question: lastDoseQuestion([medication], patient),
        },
      ];
    }),
};
