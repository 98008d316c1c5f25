/** R20: what LDN would be for. The trials were mainly in women with fibromyalgia. */
import type { Rule } from './rule.ts';

export const checkIndication: Rule = {
  id: 'R20',
  title: 'Indication',
  basis: ['compoundingPharmacy', 'painGuideline'],
  check: ({ chart, indication }) => {
    if (indication === null)
      return [
        {
          severity: 'confirm',
          message: 'No fibromyalgia, chronic pain or neuropathic pain on the chart. What is LDN for?',
          sources: [],
          reasons: [
            'Fibromyalgia, not yet on the problem list',
            'Chronic or neuropathic pain, not yet on the problem list',
            'Other off-label use, discussed with the patient',
          ],
        },
      ];
    const limits = [
      ...(indication.isFibromyalgia ? [] : [`${indication.text} is not fibromyalgia`]),
      ...(chart.patient.sex === 'male' ? ['patient is male'] : []),
    ];
    if (limits.length === 0) return [];
    return [
      {
        severity: 'informs',
        message: `Evidence is mainly from women with fibromyalgia; ${limits.join(', ')}.`,
        sources: [indication.source],
      },
    ];
  },
};
