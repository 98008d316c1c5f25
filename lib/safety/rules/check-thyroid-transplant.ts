/** R23: thyroid replacement and transplants, where evidence is weak. */
import { conditionFact, namesOf } from '#lib/safety/chart-facts.ts';
import { isSought, medicationIsSought } from '#lib/safety/concept.ts';
import { counts } from '#lib/safety/condition.ts';
import { medicationFact } from '#lib/safety/medication-fact.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact, RowFact } from '#lib/safety/row-fact.ts';
import type { RawFinding, Rule } from '#lib/safety/rule.ts';
import { anyOf, NOT_SAID_OF_THE_PATIENT } from '#lib/terminology/codes/sought.ts';

const THYROID = {
  words: /\b(levothyroxine|liothyronine|liotrix|thyroid|synthroid|euthyrox|levoxyl|cytomel)\b/i,
  codes: new Set(['10582', '10814']),
};
const TRANSPLANT = {
  icd10: ['Z94', 'T86'],
  words: anyOf(
    /\btransplant(ed|ation)?\b/,
    // Spanish, French
    /\btra(n|s|ns)plant(e|ad[oa]|es)\b|\bgreffe (renale|hepatique|cardiaque|pulmonaire|d[eu] (rein|foie|coeur|moelle))|\bgreffee? (renale?|hepatique|cardiaque|d[eu] rein)/,
  ),
  except: anyOf(
    /\b(evaluation|waiting list|donor|referral|hair|family history)\b/,
    /\b(lista de espera|donante|capilar|valoracion|liste d'attente|donneur|capillaire)\b/,
    NOT_SAID_OF_THE_PATIENT,
  ),
};

export type ThyroidTransplantFinding =
  | RawFinding<'transplant', { readonly rows: readonly RowFact[] }>
  | RawFinding<'thyroid-replacement', { readonly medicines: readonly MedicationFact[] }>;

export const checkThyroidTransplant: Rule<ThyroidTransplantFinding> = {
  id: 'R23',
  basis: ['thyroidWeak'],
  check: ({ medications, chart, dayOf }) => {
    const thyroid = medications.filter(
      ({ row, use }) => use === 'current' && medicationIsSought(row.medication, THYROID),
    );
    const transplants: readonly RowFact[] = [
      ...chart.conditions
        .filter((row) => counts(row) && isSought(row.concept, TRANSPLANT))
        .map((row) => conditionFact(row, dayOf)),
      ...chart.procedures
        .filter((row) => row.kind === 'procedure' && row.state === 'done')
        .flatMap((row) => {
          const concept = row.concepts.find((found) => isSought(found, TRANSPLANT));
          return concept === undefined
            ? []
            : [{ source: row.source, words: namesOf(concept), day: dayOf(row.date) }];
        }),
    ];
    const findings: ThyroidTransplantFinding[] = [];
    if (transplants.length > 0)
      findings.push({
        code: 'transplant',
        facts: { rows: transplants },
        severity: 'confirm',
        sources: transplants.map(({ source }) => source),
        reasons: reasons('transplant-team-agrees', 'no-immunosuppression', 'not-this-patient'),
      });
    if (thyroid.length > 0)
      findings.push({
        code: 'thyroid-replacement',
        facts: { medicines: thyroid.map((medication) => medicationFact(medication, dayOf)) },
        severity: 'informs',
        sources: thyroid.map(({ row }) => row.source),
      });
    return findings;
  },
};
