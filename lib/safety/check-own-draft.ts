/** R13: an LDN draft or order of this app, or a naltrexone draft of anyone, stands already: open it, no second one. */
import { wordsDateAuthor } from './medication-words.ts';
import { isNaltrexone, isOwnDraft } from './naltrexone.ts';
import type { Rule } from './rule.ts';

const STANDS = new Set(['draft', 'active', 'on-hold']);

export const checkOwnDraft: Rule = {
  id: 'R13',
  title: 'Draft or order exists',
  basis: ['policy'],
  check: ({ medications, dayOf }) => {
    const standing = medications.filter(
      (medication) =>
        medication.row.kind === 'request' &&
        ((isOwnDraft(medication) && medication.row.status !== null && STANDS.has(medication.row.status)) ||
          (isNaltrexone(medication) && medication.standing === 'pending')),
    );
    if (standing.length === 0) return [];
    return [
      {
        severity: 'blocks',
        message: `Naltrexone ${standing.every(({ row }) => row.status === 'draft') ? 'draft' : 'order'} exists: ${standing.map(({ row }) => `${wordsDateAuthor(row, dayOf)} (${row.status})`).join('; ')}. Open it; no second draft.`,
        sources: standing.map(({ row }) => row.source),
      },
    ];
  },
};
