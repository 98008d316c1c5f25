/** A treatment of several orders as one drawing: every night from the first, those without a dose too. */
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import type { Treatment } from './treatment.ts';

type PlottedPhase = PlottedPlan['phases'][number];

/** An order without an end is drawn until today. */
export function plottedTreatment({ steps, begins }: Treatment, asOf: CalendarDate): PlottedPlan | null {
  const phases: PlottedPhase[] = [];
  let night = begins;
  const add = (from: CalendarDate, to: CalendarDate, dose: number) => {
    const nights = daysBetween(from, to) + 1;
    if (nights > 0) phases.push({ sequence: phases.length + 1, from, nights, dose });
  };
  for (const { from, to, dose } of steps) {
    add(night, addDays(from, -1), 0);
    const last = to ?? asOf;
    add(from, last, dose);
    night = addDays(last, 1);
  }
  if (phases.length === 0) return null;
  return { regimen: { startDate: begins, days: daysBetween(begins, night) }, phases };
}

/** One order of this app tells it all by itself. */
export function isOfOneOrder({ origin, orders, steps }: Treatment): boolean {
  const all = new Set(steps.flatMap((step) => step.orders));
  return origin === 'own' && all.size === orders.length;
}
