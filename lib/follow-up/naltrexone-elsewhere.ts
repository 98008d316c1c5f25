/** Low-dose naltrexone of the chart that is no order of this app, and nothing that carries one out: its dose and its days. */
import type { Chart, Source } from '#lib/chart/chart.ts';
import { isReadAsOwn } from '#lib/chart/own-draft.ts';
import { type JudgedMedication, judgeMedications } from '#lib/safety/exposure/judged-medication.ts';
import { isNaltrexone } from '#lib/safety/rules/naltrexone.ts';
import { dailyMilligrams } from '#lib/safety/rules/naltrexone-dose.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays, type DayOf } from '#lib/time/chart-day.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';

export interface NaltrexoneElsewhere {
  readonly source: Source;
  /** Null where the row leaves room. */
  readonly dose: Micrograms | null;
  /** Null where the chart does not tell. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly isCurrent: boolean;
}

interface ChartDays {
  readonly asOf: CalendarDate;
  readonly timeZone: string | null;
  readonly recognise: Recogniser;
}

/** Orders and statements alone: a supply says nothing that its order does not. A dose above the ceiling is another treatment (R12). */
export function naltrexoneElsewhere(chart: Chart, how: ChartDays): readonly NaltrexoneElsewhere[] {
  const dayOf = clinicDays(how.timeZone);
  const medications = judgeMedications(chart, { ...how, dayOf });
  const own = new Set(chart.medications.filter(isReadAsOwn).map(({ source }) => source));
  return medications
    .filter((one) => isNaltrexone(one) && !own.has(one.row.source))
    .filter(({ row }) => !row.orders.some((order) => own.has(order)))
    .flatMap((one) => elsewhere(one, dayOf));
}

function elsewhere(one: JudgedMedication, dayOf: DayOf): readonly NaltrexoneElsewhere[] {
  const { row, exposure } = one;
  if (row.kind !== 'request' && row.kind !== 'statement') return [];
  if (exposure.kind !== 'current' && exposure.kind !== 'ended') return [];
  const milligrams = dailyMilligrams(one);
  const dose = milligrams === null ? null : micrograms(milligrams);
  if (dose !== null && !(dose > 0 && dose <= CEILING)) return [];
  const begun =
    row.kind === 'request'
      ? (row.validityStart ?? row.dosage[0]?.boundsStart ?? row.authoredOn)
      : row.effectiveStart;
  return [
    {
      source: row.source,
      dose,
      from: exposure.from ?? dayOf(begun, 'earliest'),
      to: exposure.kind === 'ended' ? exposure.lastDay : null,
      isCurrent: exposure.kind === 'current',
    },
  ];
}
