/** Bottles of the 0.5 mg/mL liquid: one 50 mg tablet made up to 100 mL each. */
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { BATCH_NIGHTS, USABLE_TENTHS_OF_ML } from './regimen-limits.ts';
import type { Batch, Phase } from './titration-plan.ts';

type Nights = Pick<Phase, 'nights' | 'tenthsOfMl'>;
type Bottle = Pick<Batch, 'nights' | 'tenthsOfMl'>;

/** Each bottle used until the next night's dose is no longer in it, or 14 nights are over. One bottle is one tablet. */
export function fillBottles(phases: readonly Nights[]): readonly Bottle[] {
  const nightly = phases.flatMap((phase) => new Array<number>(phase.nights).fill(phase.tenthsOfMl ?? 0));
  const bottles: { nights: number; tenthsOfMl: number }[] = [];
  for (const tenths of nightly) {
    const bottle = bottles.at(-1);
    if (bottle && bottle.nights < BATCH_NIGHTS && bottle.tenthsOfMl + tenths <= USABLE_TENTHS_OF_ML) {
      bottle.nights += 1;
      bottle.tenthsOfMl += tenths;
    } else {
      bottles.push({ nights: 1, tenthsOfMl: tenths });
    }
  }
  return bottles;
}

/** The bottles with the days each is used on. */
export function liquidBatches(phases: readonly Nights[], startDate: CalendarDate): readonly Batch[] {
  let from = startDate;
  return fillBottles(phases).map((bottle) => {
    const batch = { ...bottle, from, to: addDays(from, bottle.nights - 1) };
    from = addDays(from, bottle.nights);
    return batch;
  });
}
