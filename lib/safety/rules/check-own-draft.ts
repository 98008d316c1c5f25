/** R13: an LDN draft or order of this app, or a naltrexone draft of anyone, stands already: open it, no second one. */
import { wordsDateAuthor } from '#lib/safety/medication-words.ts';
import type { Rule } from '#lib/safety/rule.ts';
import { isNaltrexone, isOwnStanding } from './naltrexone.ts';

export const checkOwnDraft: Rule = {
  id: 'R13',
  basis: ['policy'],
  check: ({ medications, dayOf }) => {
    const standing = medications.filter(
      (medication) =>
        medication.row.kind === 'request' &&
        (isOwnStanding(medication) || (isNaltrexone(medication) && medication.standing === 'pending')),
    );
    if (standing.length === 0) return [];
    return [
      {
        severity: 'blocks',
        message: `Naltrexone ${standing.every(({ row }) => row.status === 'draft') ? 'draft' : 'order'} exists: ${standing.map((medication) => `${wordsDateAuthor(medication, dayOf)} (${medication.row.status})`).join('; ')}. Open it; no second draft.`,
        sources: standing.map(({ row }) => row.source),
      },
    ];
  },
};
