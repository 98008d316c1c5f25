/** The picture of a plan: its labels, and the whole of it said in one line. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';
import { screenDate } from './dates.ts';
import { milligrams } from './dose.ts';

export const TODAY = 'Today';
export const ceilingLabel = (ceiling: Micrograms) => `Ceiling ${milligrams(ceiling)}`;
export const reviewLabel = (day: CalendarDate) => `Review by ${screenDate(day)}`;

export function planInOneLine({ phases, regimen }: PlottedPlan): string {
  const first = phases[0];
  const last = phases.at(-1);
  if (first === undefined || last === undefined) return 'No dose is planned.';
  if (first === last) return `${milligrams(first.dose)} every night for ${regimen.days} nights.`;
  const from = `${milligrams(first.dose)} from ${screenDate(first.from)}`;
  return `Rises in ${phases.length} steps from ${from} to ${milligrams(last.dose)} from ${screenDate(last.from)}, over ${regimen.days} nights.`;
}
