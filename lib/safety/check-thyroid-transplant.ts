/** R23: thyroid replacement and transplants, where evidence is weak. */
import { conceptWords, isSought, medicationIsSought } from './concept.ts';
import { counts } from './condition-standing.ts';
import type { RawFinding, Rule } from './rule.ts';

const THYROID = {
  words: /\b(levothyroxine|liothyronine|liotrix|thyroid|synthroid|euthyrox|levoxyl|cytomel)\b/i,
  codes: new Set(['10582', '10814']),
};
const TRANSPLANT = {
  icd10: ['Z94', 'T86'],
  words: /\btransplant(ed|ation)?\b/i,
  except: /\b(evaluation|waiting list|donor|referral|hair|family history)\b/i,
};

export const checkThyroidTransplant: Rule = {
  id: 'R23',
  title: 'Thyroid, transplant',
  basis: ['thyroidWeak'],
  check: ({ medications, chart }) => {
    const thyroid = medications.filter(
      ({ row, standing }) => standing === 'current' && medicationIsSought(row.medication, THYROID),
    );
    const transplants = [
      ...chart.conditions
        .filter((row) => counts(row) && isSought(row.concept, TRANSPLANT))
        .map((row) => ({ source: row.source, words: conceptWords(row.concept) })),
      ...chart.procedures
        .filter((row) => row.kind === 'procedure' && row.status === 'completed')
        .flatMap((row) => {
          const concept = row.concepts.find((found) => isSought(found, TRANSPLANT));
          return concept === undefined ? [] : [{ source: row.source, words: conceptWords(concept) }];
        }),
    ];
    return [
      ...transplants.slice(0, 1).map(
        ({ words }): RawFinding => ({
          severity: 'confirm',
          message: `${words}: caution where immunosuppression protects a transplant; evidence is weak.`,
          sources: transplants.map(({ source }) => source),
          reasons: [
            'Transplant team agrees',
            'No immunosuppression taken',
            'Entry does not apply to this patient',
          ],
        }),
      ),
      ...thyroid.slice(0, 1).map(
        ({ row }): RawFinding => ({
          severity: 'informs',
          message: `${row.words}: in treated Hashimoto's start low; a changed thyroid dose was not found. Evidence is weak.`,
          sources: thyroid.map((medication) => medication.row.source),
        }),
      ),
    ];
  },
};
