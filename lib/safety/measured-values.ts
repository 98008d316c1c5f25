/** What was last measured of a patient, whether a rule raises anything of it or not: shown beside the checks. It decides nothing here. */
import type { ObservationRow, Source } from '#lib/chart/chart.ts';
import { SEDIMENTATION_RATE } from '#lib/terminology/codes/inflammation.ts';
import { KIDNEY_FUNCTION } from '#lib/terminology/codes/kidney-function.ts';
import { LIVER_TESTS } from '#lib/terminology/codes/liver-tests.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { isSought, type Sought } from './concept.ts';
import { isResult, type Presence } from './observation.ts';
import { pregnancyPresence } from './rules/pregnancy.ts';

export type MeasuredThing = 'alt' | 'ast' | 'egfr' | 'esr';

export interface MeasuredNumber {
  readonly kind: 'number';
  readonly thing: MeasuredThing;
  readonly source: Source;
  readonly day: CalendarDate;
  readonly value: number;
  readonly comparator: string | null;
  readonly unit: string | null;
  /** The upper end of the laboratory's own range, in the unit of the value; null where it gives none. */
  readonly upperLimit: number | null;
}

interface MeasuredPregnancy {
  readonly kind: 'pregnancy';
  readonly source: Source;
  readonly day: CalendarDate;
  readonly says: Exclude<Presence, 'unclear'>;
}

export type MeasuredValue = MeasuredNumber | MeasuredPregnancy;

const NUMBERS: readonly (readonly [MeasuredThing, Sought])[] = [
  ['alt', LIVER_TESTS.alt],
  ['ast', LIVER_TESTS.ast],
  ['egfr', KIDNEY_FUNCTION],
  ['esr', SEDIMENTATION_RATE],
];

/** The latest of each that has a day not after today, in a fixed order. What was never measured is not among them. */
export function lastMeasured(
  observations: readonly ObservationRow[],
  dayOf: DayOf,
  today: CalendarDate,
): readonly MeasuredValue[] {
  const results = observations.filter(isResult);
  const numbers = NUMBERS.flatMap(([thing, sought]) =>
    newest(
      results.flatMap((row): MeasuredNumber[] => {
        const day = dayOf(row.effective);
        if (row.value.kind !== 'quantity' || day === null || !isSought(row.concept, sought)) return [];
        const { value, comparator, unit } = row.value;
        const upperLimit = row.referenceHigh;
        return [{ kind: 'number', thing, source: row.source, day, value, comparator, unit, upperLimit }];
      }),
      today,
    ),
  );
  const pregnancy = results.flatMap((row): MeasuredPregnancy[] => {
    const day = dayOf(row.effective);
    const says = pregnancyPresence(row);
    if (says === null || says === 'unclear' || day === null) return [];
    return [{ kind: 'pregnancy', source: row.source, day, says }];
  });
  return [...numbers, ...newest(pregnancy, today)];
}

/** Where two are of one day the worse is told: a positive test, the higher number. */
function newest<Value extends MeasuredValue>(
  values: readonly Value[],
  today: CalendarDate,
): readonly Value[] {
  const [last] = values
    .filter(({ day }) => day <= today)
    .sort((one, other) =>
      one.day === other.day ? weight(other) - weight(one) : one.day < other.day ? 1 : -1,
    );
  return last === undefined ? [] : [last];
}

function weight(value: MeasuredValue): number {
  if (value.kind === 'pregnancy') return value.says === 'positive' ? 1 : 0;
  return value.thing === 'egfr' ? -value.value : value.value;
}
