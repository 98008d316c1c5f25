/** Opioids that stay on board for months, or run without an end in sight: no date is safe (R05). */
import type { MedicationRow } from '../chart/chart.ts';
import type { Recognition } from '../terminology/recognition.ts';
import { medicationIsSought, type Sought } from './concept.ts';
import type { DatingContext } from './exposure.ts';
import { finishedStay } from './exposure-of-request.ts';
import { rowSays } from './medication-words.ts';

/** RxNorm: every buprenorphine implant (Probuphine) and prefilled depot syringe (Sublocade, Brixadi), generic and branded. */
const DEPOT: Sought = {
  codes: new Set(
    `1797648 1797649 1797650 1797651 1797652 1797653 1797654 1797655 1996183 1996184 1996185 1996186 1996187 1996188 1996189
     1996190 1996191 1996192 1996193 2639021 2639023 2639027 2639029 2639030 2639031 2639032 2639033 2639034 2639036 2639039
     2639041 2639042 2639043 2639044`.split(/\s+/),
  ),
};
const DEPOT_WORDS =
  /\b(sublocade|brixadi|buvidal|probuphine|sixmo|depot|implants?|implantable)\b|\b((extended|prolonged|sustained)[- ]release|er|xr|monthly|weekly)\b.*\b(injection|injectable|inj|syringe|suspension for injection)\b|\b(injection|injectable|inj|syringe)\b.*\b((extended|prolonged|sustained)[- ]release|er|xr|monthly|weekly)\b/i;
/** Plain buprenorphine is injected into a vein or muscle; what is sold in a syringe or goes under the skin is a depot. */
const DEPOT_BUPRENORPHINE = /\bprefilled syringe\b|\bsubcut(aneous\w*)?\b|\bunder the skin\b|\bmonthly\b/i;

const SPINAL = /\b(intrathecal|epidural|intraspinal|intracerebroventricular|peridural)\b/i;
/** SNOMED CT: intrathecal route, epidural route. */
const SPINAL_ROUTES = new Set(['72607000', '404820008']);
/** An implanted pump gives between its refills; a pump at the bedside (PCA) does not outlast the stay. */
const PUMP =
  /\b(pain|intrathecal|epidural|spinal|implant(ed|able)) pump\b|\bpump\b.*\b(intrathecal|epidural|refill)\b/i;

export function isDepot(row: MedicationRow, { agonists }: Recognition): boolean {
  return (
    medicationIsSought(row.medication, DEPOT) ||
    rowSays(row, DEPOT_WORDS) ||
    (agonists.includes('buprenorphine') && rowSays(row, DEPOT_BUPRENORPHINE))
  );
}

/** A spinal pump or catheter on order, a pump filled, or an infusion with no recorded end. */
export function isEndlessInfusion(row: MedicationRow, dating: DatingContext): boolean {
  if (rowSays(row, PUMP)) return true;
  const infused = row.dosage.some((line) => line.infusion);
  if (row.kind === 'administration') {
    // A single moment is no end of what is still running.
    const open =
      row.effectiveEnd === null || (row.status === 'in-progress' && row.effectiveEnd === row.effectiveStart);
    return open && (infused || (row.status === 'in-progress' && isSpinal(row)));
  }
  if (isSpinal(row)) return true;
  if (row.kind !== 'request' || !infused) return false;
  const ends =
    finishedStay(row, dating) !== undefined ||
    row.validityEnd !== null ||
    row.dosage.some((line) => line.boundsEnd !== null || line.boundsDays !== null);
  return !ends;
}

function isSpinal(row: MedicationRow): boolean {
  return (
    rowSays(row, SPINAL) ||
    row.dosage.some(({ route, site }) =>
      [route, site].some((way) => way?.codings.some(({ code }) => code !== null && SPINAL_ROUTES.has(code))),
    )
  );
}
