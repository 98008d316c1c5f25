/** R03: an opioid ended too recently. Where only the end date of a stopped order is known, the prescriber may state the last dose. */

import { drugWords, statusAndKind } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { lastDoseQuestion } from './last-dose-question.ts';
import { opioidRule } from './opioid-finding.ts';

export const checkRecentOpioid: Rule = {
  id: 'R03',
  title: 'Recent opioid',
  basis: ['labelOpioidFree', 'policy'],
  check: (patient) =>
    patient.medications.flatMap((medication): RawFinding[] => {
      const { row, exposure, clearFrom } = medication;
      if (opioidRule(medication) !== 'R03' || exposure.kind !== 'ended') return [];
      const message = `${drugWords(medication)}: last exposure may be ${exposure.lastDay} (${statusAndKind(row, patient.dayOf)}). Earliest start ${clearFrom}.`;
      if (!exposure.onEndDateAlone) return [{ severity: 'blocks', message, sources: [row.source] }];
      return [
        {
          severity: 'confirm',
          message: `${message} Only the end date of the stopped order is known: when was it last taken?`,
          sources: [row.source],
          reasons: reasons(
            'last-taken-patient-asked',
            'last-taken-monitoring-record',
            'end-date-is-last-dose',
            'not-taken',
          ),
          question: lastDoseQuestion([medication], patient),
        },
      ];
    }),
};
