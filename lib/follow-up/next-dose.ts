/** The dose above the one that is taken, the dose below it, and how long each is kept: of the titration itself where its steps tell. */
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { CEILING, LARGEST_STEP, LONGEST_INTERVAL_DAYS, LOWEST_START } from '#lib/titration/regimen-limits.ts';
import type { DoseNow } from './dose-now.ts';
import type { Treatment } from './treatment.ts';

/** Days at one dose, as in this titration; two weeks where no step tells. */
export function intervalOf(treatment: Treatment | null): number {
  const steps = treatment?.steps ?? [];
  const rising = steps.flatMap(({ from, dose }, index) => {
    const next = steps[index + 1];
    return next !== undefined && next.dose > dose ? [daysBetween(from, next.from)] : [];
  });
  return rising.length === 0 ? LONGEST_INTERVAL_DAYS : Math.min(LONGEST_INTERVAL_DAYS, ...rising);
}

/** POLICY: a dose from which this patient was taken back is not offered again. */
export function nextDose(
  treatment: Treatment | null,
  now: DoseNow | null,
): { readonly dose: Micrograms | null; readonly from: CalendarDate | null } {
  const none = { dose: null, from: null };
  if (treatment === null || now === null || now.dose >= CEILING) return none;
  const ordered = treatment.steps.find(({ from, dose }) => from >= now.since && dose > now.dose);
  if (ordered !== undefined)
    return { dose: Math.min(ordered.dose, now.dose + LARGEST_STEP), from: ordered.from };
  if (treatment.steps.some(({ dose }) => dose > now.dose)) return none;
  return { dose: Math.min(now.dose + stepOf(treatment), CEILING), from: null };
}

/** By how much this titration rises; as in the standard schedule where no step tells. */
function stepOf({ steps }: Treatment): Micrograms {
  const rises = steps.flatMap(({ dose }, index) => {
    const rise = (steps[index + 1]?.dose ?? dose) - dose;
    return rise > 0 ? [rise] : [];
  });
  return Math.min(LARGEST_STEP, ...rises);
}

/** The latest dose before this one that was lower, else a step less; null where nothing lower can be given. */
export function lowerDose(treatment: Treatment | null, now: DoseNow | null): Micrograms | null {
  if (treatment === null || now === null) return null;
  const lower = treatment.steps.flatMap(({ dose, from }) =>
    from < now.since && dose < now.dose ? [dose] : [],
  );
  const tolerated = lower.at(-1);
  if (tolerated !== undefined) return tolerated;
  const less = now.dose - stepOf(treatment);
  if (less >= LOWEST_START) return less;
  return now.dose > LOWEST_START ? LOWEST_START : null;
}
