/** R23: thyroid replacement and transplants, where evidence is weak. */
import { isSought, medicationIsSought, shownWords } from '#lib/safety/concept.ts';
import { conditionWords, counts } from '#lib/safety/condition-standing.ts';
import { dated } from '#lib/safety/dated.ts';
import { wordsDateAuthor } from '#lib/safety/medication-words.ts';
import { type Reason, reasons } from '#lib/safety/reasons.ts';
import type { Rule, WordedFinding } from '#lib/safety/rule.ts';

const THYROID = {
  words: /\b(levothyroxine|liothyronine|liotrix|thyroid|synthroid|euthyrox|levoxyl|cytomel)\b/i,
  codes: new Set(['10582', '10814']),
};
const TRANSPLANT = {
  icd10: ['Z94', 'T86'],
  words: /\btransplant(ed|ation)?\b/i,
  except: /\b(evaluation|waiting list|donor|referral|hair|family history)\b/i,
};

const TRANSPLANT_REASONS = reasons('transplant-team-agrees', 'no-immunosuppression', 'not-this-patient');

export const checkThyroidTransplant: Rule = {
  id: 'R23',
  basis: ['thyroidWeak'],
  check: ({ medications, chart, dayOf }) => {
    const thyroid = medications.filter(
      ({ row, standing }) => standing === 'current' && medicationIsSought(row.medication, THYROID),
    );
    const transplants = [
      ...chart.conditions
        .filter((row) => counts(row) && isSought(row.concept, TRANSPLANT))
        .map((row) => ({ source: row.source, words: conditionWords(row, dayOf) })),
      ...chart.procedures
        .filter((row) => row.kind === 'procedure' && row.status === 'completed')
        .flatMap((row) => {
          const concept = row.concepts.find((found) => isSought(found, TRANSPLANT));
          return concept === undefined
            ? []
            : [{ source: row.source, words: dated(shownWords(concept), dayOf(row.date)) }];
        }),
    ];
    const onThyroid = thyroid.map((medication) => ({
      source: medication.row.source,
      words: wordsDateAuthor(medication, dayOf),
    }));
    return [
      ...finding(
        'confirm',
        transplants,
        'caution where immunosuppression protects a transplant; evidence is weak.',
        TRANSPLANT_REASONS,
      ),
      ...finding(
        'informs',
        onThyroid,
        "in treated Hashimoto's start low; a changed thyroid dose was not found. Evidence is weak.",
      ),
    ];
  },
};

/** One finding for all rows of a kind. */
function finding(
  severity: WordedFinding['severity'],
  rows: readonly { readonly source: string; readonly words: string }[],
  meaning: string,
  offered?: readonly Reason[],
): WordedFinding[] {
  if (rows.length === 0) return [];
  const words = [...new Set(rows.map((row) => row.words))].join('; ');
  return [
    {
      severity,
      message: `${words}: ${meaning}`,
      sources: rows.map(({ source }) => source),
      reasons: offered,
    },
  ];
}
