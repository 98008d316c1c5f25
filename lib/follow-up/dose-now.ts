/** The dose that a treatment has come to, and for how long it was taken. */
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { Treatment } from './treatment.ts';

/** The dose of the last night that is over, and since when. Null before the first night. */
export interface DoseNow {
  readonly dose: Micrograms;
  readonly since: CalendarDate;
  /** Nights taken at it, those since its supply ended not among them. */
  readonly nights: number;
  /** The dose before a change to this one, with its nights; null where this is the first. */
  readonly before: {
    readonly dose: Micrograms;
    readonly from: CalendarDate;
    readonly to: CalendarDate;
  } | null;
}

export function doseNow({ steps }: Treatment, asOf: CalendarDate): DoseNow | null {
  const lastNight = addDays(asOf, -1);
  const begun = steps.filter(({ from }) => from <= lastNight);
  const step = begun.at(-1);
  if (step === undefined) return null;
  const same = begun.slice(begun.findLastIndex(({ dose }) => dose !== step.dose) + 1);
  const since = same[0]?.from ?? step.from;
  const end = step.to === null || step.to > lastNight ? lastNight : step.to;
  const other = begun[begun.indexOf(same[0] ?? step) - 1];
  return {
    dose: step.dose,
    since,
    nights: daysBetween(since, end) + 1,
    before: other === undefined ? null : { dose: other.dose, from: other.from, to: addDays(since, -1) },
  };
}
