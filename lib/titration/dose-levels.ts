/** The dose arithmetic: D(k) = min(start + k x step, ceiling), the last dose running to the last night. */
import type { Micrograms, Regimen } from './regimen.ts';

interface DoseLevel {
  readonly dose: Micrograms;
  readonly nights: number;
}

/**
 * Milligrams as whole micrograms, exactly: 1.1 is 1100, not 1100.0000000000002. A number that is no whole count of micrograms
 * is never rounded into one: it comes back as it is, for `checkRegimen` to refuse.
 */
export function micrograms(milligrams: number): Micrograms {
  const whole = Math.round(milligrams * 1000);
  if (whole / 1000 === milligrams) return whole;
  const broken = milligrams * 1000;
  return Number.isInteger(broken) ? Number.NaN : broken;
}

/** The doses of a regimen within the invariants, lowest first; nights sum to `days`. */
export function doseLevels({
  start,
  step,
  intervalDays,
  ceiling,
  days,
}: Omit<Regimen, 'startDate'>): readonly DoseLevel[] {
  const levels: DoseLevel[] = [];
  let dose = start;
  let nightsLeft = days;
  while (dose < ceiling && nightsLeft > intervalDays) {
    levels.push({ dose, nights: intervalDays });
    nightsLeft -= intervalDays;
    dose = Math.min(dose + step, ceiling);
  }
  return [...levels, { dose, nights: nightsLeft }];
}
