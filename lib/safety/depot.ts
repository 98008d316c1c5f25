/** Opioids that stay on board for months, or run without an end in sight: no date is safe (R05). */
import type { MedicationRow } from '../chart/chart.ts';
import { medicationIsSought, type Sought } from './concept.ts';

const DEPOT: Sought = {
  /** RxNorm: Sublocade prefilled syringes. */
  codes: new Set(['1996189', '1996193']),
  words:
    /\b(sublocade|brixadi|buvidal|probuphine|sixmo|depot|implant|implantable)\b|(extended|prolonged|sustained)[- ]release.*\b(injection|injectable|syringe|suspension for injection)|(injection|injectable|syringe).*(extended|prolonged|sustained)[- ]release/i,
};

const SPINAL: Sought = {
  /** SNOMED CT: intrathecal route, epidural route. */
  codes: new Set(['72607000', '404820008']),
  words: /\b(intrathecal|epidural|intraspinal|intracerebroventricular)\b/i,
};

const PUMP: Sought = { words: /\b(pain pump|implant(ed|able) pump|intrathecal|epidural)\b/i };

export function isDepot(row: MedicationRow): boolean {
  return medicationIsSought(row.medication, DEPOT) || DEPOT.words?.test(row.words) === true;
}

/** A spinal pump or catheter on order, or an infusion with no recorded end. */
export function isEndlessInfusion(row: MedicationRow): boolean {
  const infused = row.dosage.some((line) => line.infusion);
  if (row.kind === 'administration')
    return row.effectiveEnd === null && (infused || (row.status === 'in-progress' && isSpinal(row)));
  if (row.kind === 'dispense') return isSpinal(row);
  const ends = row.dosage.some((line) => line.boundsEnd !== null || line.boundsDays !== null);
  return isSpinal(row) || (infused && !ends);
}

function isSpinal(row: MedicationRow): boolean {
  return (
    medicationIsSought(row.medication, PUMP) ||
    row.dosage.some(
      (line) =>
        (line.text !== null && PUMP.words?.test(line.text) === true) ||
        [line.route, line.site].some((concept) => {
          if (concept === null) return false;
          const asMedication = {
            codings: concept.codings,
            texts: concept.text === null ? [] : [concept.text],
            ingredients: [],
            unresolved: [],
          };
          return medicationIsSought(asMedication, SPINAL);
        }),
    )
  );
}
