/** R20: what LDN would be for. The trials were mainly in women with fibromyalgia. */

import { reasons } from '#lib/safety/reasons.ts';
import { rowWords } from '#lib/safety/row-words.ts';
import { type Rule, wasRead } from '#lib/safety/rule.ts';

export const checkIndication: Rule = {
  id: 'R20',
  basis: ['compoundingPharmacy', 'painGuideline'],
  check: (patient) => {
    const { chart, indication } = patient;
    if (indication === null)
      return [
        {
          severity: 'confirm',
          message: wasRead(patient, 'Condition')
            ? 'No fibromyalgia, chronic pain or neuropathic pain on the chart. What is LDN for?'
            : 'The problems of this chart were not read. What is LDN for?',
          sources: [],
          reasons: reasons('fibromyalgia-not-listed', 'pain-not-listed', 'other-off-label-use'),
        },
      ];
    const limits = [
      ...(indication.isFibromyalgia ? [] : ['this is not fibromyalgia']),
      ...(chart.patient.sex === 'male' ? ['patient is male'] : []),
    ];
    if (limits.length === 0) return [];
    return [
      {
        severity: 'informs',
        message: `${rowWords(patient, indication.source) ?? indication.text}: evidence is mainly from women with fibromyalgia; ${limits.join(', ')}.`,
        sources: [indication.source],
      },
    ];
  },
};
