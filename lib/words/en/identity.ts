/** The identity strip: whose chart this is, as every screen and print shows it. */
import type { ChartPatient } from '#lib/chart/chart.ts';
import { inShort } from '#lib/safety/in-short.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Identity } from '../shapes.ts';
import { chartDate, chartDateInFull } from './dates.ts';

/** Shown wherever the chart has no value; never "?" or an empty cell. */
export const NOT_KNOWN = 'Not known';

/** Whole years on `today`; null where the chart gives no whole birth date. */
function ageInYears(birthDate: string, today: CalendarDate): number | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(birthDate)) return null;
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const age = today.slice(5) < birthDate.slice(5, 10) ? years - 1 : years;
  return age < 0 ? null : age;
}

function bornText(birthDate: string | null, today: CalendarDate): string {
  if (birthDate === null) return NOT_KNOWN;
  const age = ageInYears(birthDate, today);
  return age === null ? chartDate(birthDate) : `${chartDate(birthDate.slice(0, 10))} (${age}y)`;
}

function nameText(patient: ChartPatient): string {
  const family = patient.family?.toLocaleUpperCase('en') ?? null;
  if (family === null && patient.given === null) return NOT_KNOWN;
  return `${family ?? NOT_KNOWN}, ${patient.given ?? NOT_KNOWN}`;
}

function sexText(code: string | null): string {
  if (code === null || code === 'unknown') return NOT_KNOWN;
  return code.charAt(0).toUpperCase() + code.slice(1);
}

export function identityOf(patient: ChartPatient, today: CalendarDate): Identity {
  return {
    name: inShort(nameText(patient)),
    born: bornText(patient.birthDate, today),
    bornInFull: patient.birthDate === null ? NOT_KNOWN : chartDateInFull(patient.birthDate),
    sex: inShort(sexText(patient.sex)),
    recordNumber: patient.recordNumber === null ? NOT_KNOWN : inShort(patient.recordNumber),
  };
}
