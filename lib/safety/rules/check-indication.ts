/** R20: what LDN would be for. The trials were mainly in women with fibromyalgia. */

import { rowFact } from '#lib/safety/chart-facts.ts';
import type { IndicationKind } from '#lib/safety/indication.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { AnyRowFact } from '#lib/safety/row-fact.ts';
import { type NoFacts, type RawFinding, type Rule, wasRead } from '#lib/safety/rule.ts';

export type IndicationFinding =
  | RawFinding<'no-indication', NoFacts>
  | RawFinding<'problems-not-read', NoFacts>
  | RawFinding<
      'outside-the-trials',
      { readonly indication: AnyRowFact; readonly kind: IndicationKind; readonly isMale: boolean }
    >;

export const checkIndication: Rule<IndicationFinding> = {
  id: 'R20',
  basis: ['compoundingPharmacy', 'painGuideline'],
  check: (patient) => {
    const { chart, indication } = patient;
    if (indication === null)
      return [
        {
          code: wasRead(patient, 'Condition') ? 'no-indication' : 'problems-not-read',
          facts: {},
          severity: 'confirm',
          sources: [],
          reasons: reasons('fibromyalgia-not-listed', 'pain-not-listed', 'other-off-label-use'),
        },
      ];
    const { source, text, kind } = indication;
    const isMale = chart.patient.sex === 'male';
    if (kind === 'fibromyalgia' && !isMale) return [];
    return [
      {
        code: 'outside-the-trials',
        facts: {
          indication: rowFact(patient, source) ?? { source, words: text, day: null },
          kind,
          isMale,
        },
        severity: 'informs',
        sources: [source],
      },
    ];
  },
};
