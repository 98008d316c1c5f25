/** R01: a part of the chart that should have answered did not. There is no way round but reading it again. */
import { rowWords } from '#lib/safety/row-words.ts';
import type { Rule } from '#lib/safety/rule.ts';

const SHOWN = 5;

export const checkIncompleteRecord: Rule = {
  id: 'R01',
  title: 'Chart read whole',
  basis: ['policy'],
  check: (patient) => {
    const { gaps } = patient;
    const missing = [...gaps.incomplete, ...gaps.otherPatient];
    if (missing.length === 0) return [];
    const named = missing
      .slice(0, SHOWN)
      .map(({ part, where, what }) => {
        const place = part === null || where.startsWith(part) ? where : `${part}, ${where}`;
        const row = rowWords(patient, where);
        return `${row === null ? place : `${place} (${row})`}: ${what}`;
      })
      .map((line) => line.replace(/\.$/, ''));
    const more = missing.length > SHOWN ? [`and ${missing.length - SHOWN} more`] : [];
    return [
      {
        severity: 'blocks',
        message: `Record incomplete; opioids not checked. ${[...named, ...more].join('; ')}. Retry.`,
        sources: [...new Set(missing.map(({ where }) => where))],
      },
    ];
  },
};
