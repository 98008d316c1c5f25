/** R22: thioridazine (somnolence) and disulfiram (liver). */
import { isOver } from '#lib/chart/states.ts';
import { medicationIsSought } from '#lib/safety/concept.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';

const INTERACTING = {
  words: /\b(thioridazine|mellaril|disulfiram|antabuse)\b/i,
  codes: new Set(['10502', '3554']),
};

export type InteractionFinding = RawFinding<
  'interacts-with-naltrexone',
  { readonly medicine: MedicationFact }
>;

export const checkInteractions: Rule<InteractionFinding> = {
  id: 'R22',
  basis: ['labelInteractions'],
  check: ({ medications, dayOf }) =>
    medications
      .filter(
        ({ row, use }) =>
          (['current', 'recent', 'pending'].includes(use) ||
            // What the chart calls over is not taken, though it does not say since when.
            (use === 'undatable' && !isOver(row.state))) &&
          medicationIsSought(row.medication, INTERACTING),
      )
      .map((medication) => ({
        code: 'interacts-with-naltrexone',
        facts: { medicine: medicationFact(medication, dayOf) },
        severity: 'confirm',
        sources: [medication.row.source],
        reasons: reasons('no-longer-taken', 'risk-discussed', 'stopped-before-ldn'),
      })),
};
