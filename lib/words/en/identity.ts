/** The identity strip: whose chart this is, as every screen and print shows it. */
import type { ChartPatient } from '#lib/chart/chart.ts';
import { inShort } from '#lib/safety/in-short.ts';
import { wholeYears } from '#lib/time/age.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import type { Identity } from '../shapes.ts';
import { chartDate, chartDateInFull } from './dates.ts';

/** Shown wherever the chart has no value; never "?" or an empty cell. */
const NOT_KNOWN = 'Not known';

/** With the age where the chart gives a whole day that is not ahead. */
function bornText(birthDate: string | null, today: CalendarDate): string {
  if (birthDate === null) return NOT_KNOWN;
  const born = calendarDate(birthDate.slice(0, 10));
  return born === null || born > today
    ? chartDate(birthDate)
    : `${chartDate(born)} (${wholeYears(born, today)}y)`;
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
