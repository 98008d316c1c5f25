/** Opioids that stay on board for months, or run without an end in sight: no date is safe (R05). */
import type { MedicationRow } from '#lib/chart/chart.ts';
import type { Recognition } from '#lib/terminology/recognition.ts';
import { rowSays } from './row-says.ts';

export const DEPOT_WORDS =
  /\b(sublocade|brixadi|buvidal|probuphine|sixmo|depot|implants?|implantable)\b|\b((extended|prolonged|sustained)[- ]release|er|xr|monthly|weekly)\b.{0,80}\b(injection|injectable|inj|syringe|suspension for injection)\b|\b(injection|injectable|inj|syringe)\b.{0,80}\b((extended|prolonged|sustained)[- ]release|er|xr|monthly|weekly)\b/i;
/** Plain buprenorphine is injected into a vein or muscle; what is sold in a syringe or goes under the skin is a depot. */
const DEPOT_BUPRENORPHINE = /\bprefilled syringe\b|\bsubcut(aneous\w*)?\b|\bunder the skin\b|\bmonthly\b/i;

export const SPINAL =
  /\b(intrathecal|epidural|intraspinal|intracerebroventricular|peridural|intratecal|intrathecale|peridurale|p\u00e9ridurale)\b/i;
/** SNOMED CT: intrathecal route, epidural route. */
const SPINAL_ROUTES = new Set(['72607000', '404820008']);
/** An implanted pump gives between its refills; a pump at the bedside (PCA) does not outlast the stay. */
const PUMP =
  /\b(pain|intrathecal|epidural|spinal|implant(ed|able)) pump\b|\bpump\b.{0,80}\b(intrathecal|epidural|refill)\b/i;

const INFUSION = /\b(infusion|infusing|drip)\b/i;
/** Patient-controlled: it runs while the patient is in bed. */
export const PCA = /\bPCA\b/i;

/** By its code (RxNorm, NDC, dm+d) or by its words. */
export function isDepot(row: MedicationRow, { agonists, lastingForm }: Recognition): boolean {
  return (
    lastingForm === 'depot' ||
    rowSays(row, DEPOT_WORDS) ||
    (agonists.includes('buprenorphine') && rowSays(row, DEPOT_BUPRENORPHINE))
  );
}

/** A spinal pump or catheter on order, a pump filled, or an infusion with no recorded end. What ended with a hospital stay is none. */
export function isEndlessInfusion(row: MedicationRow, endedWithStay: boolean): boolean {
  if (rowSays(row, PUMP)) return true;
  const infused = row.dosage.some((line) => line.infusion) || rowSays(row, INFUSION);
  if (row.kind === 'administration') {
    // A single moment is no end of what is still running.
    const open =
      row.effectiveEnd === null || (row.state === 'under-way' && row.effectiveEnd === row.effectiveStart);
    return open && (infused || rowSays(row, PCA) || (row.state === 'under-way' && isSpinal(row)));
  }
  if (isSpinal(row)) return !endedWithStay;
  if (row.kind !== 'request' || !infused) return false;
  const ends =
    endedWithStay ||
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
