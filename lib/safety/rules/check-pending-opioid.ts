/** R08: an opioid drafted, proposed, planned or intended. It is not yet taken, and it may be tomorrow. */
import { wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { isOpioid } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { Rule } from '#lib/safety/rule.ts';

export const checkPendingOpioid: Rule = {
  id: 'R08',
  basis: ['policy'],
  check: ({ medications, dayOf }) =>
    medications
      .filter(({ recognition, standing }) => isOpioid(recognition) && standing === 'pending')
      .map((medication) => ({
        severity: 'confirm',
        message: `Opioid order pending: ${wordsDateAuthor(medication, dayOf)}.`,
        sources: [medication.row.source],
        reasons: reasons('will-be-withdrawn', 'author-withdraws', 'never-carried-out'),
      })),
};
