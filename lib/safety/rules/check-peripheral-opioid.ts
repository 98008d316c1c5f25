/** R07: opioids that act outside the brain at ordinary doses. They leave the verdict; with opioid use disorder they ask. */
import { wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { hasOpioidUseDisorder } from './opioid-use-disorder.ts';

export const checkPeripheralOpioid: Rule = {
  id: 'R07',
  basis: ['labelInteractions', 'policy'],
  check: (patient) => {
    const severity = hasOpioidUseDisorder(patient) ? 'confirm' : 'informs';
    return patient.medications
      .filter(
        ({ recognition, standing }) =>
          recognition.peripheralOnly &&
          ['current', 'recent', 'undatable', 'perhaps-taken'].includes(standing),
      )
      .map((medication) => ({
        severity,
        message: `${wordsDateAuthor(medication, patient.dayOf)}: peripheral opioid. High doses act centrally, and naltrexone may weaken it; the answer on other opioid sources covers it.`,
        sources: [medication.row.source],
        reasons: reasons('ordinary-dose', 'stopped-before-ldn', 'specialist-agrees'),
      }));
  },
};
