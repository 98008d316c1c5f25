/** Each medication row with what it is, when it was last taken, and what that means today. */
import type { AdministrationRow, Chart, DispenseRow, MedicationRow, Source } from '#lib/chart/chart.ts';
import type { Recogniser, Recognition } from '#lib/terminology/recognition.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { isDepot, isEndlessInfusion } from './depot.ts';
import type { DatingContext, Exposure } from './exposure.ts';
import { exposureOfAdministration } from './exposure-of-administration.ts';
import { exposureOfDispense } from './exposure-of-dispense.ts';
import { exposureOfRequest } from './exposure-of-request.ts';
import { exposureOfStatement } from './exposure-of-statement.ts';
import { onceAProduct } from './once-a-product.ts';
import { patchWearDays } from './patch.ts';
import { saysNoMedications } from './says-no-medications.ts';
import { DEPOT_DAYS, washoutDays } from './washout.ts';

/**
 * `recent`: within its washout. `undatable`: nobody can say. `past`: long enough ago. `current`, `pending`, `recent-error`,
 * `not-taken` as in Exposure.
 */
export type Standing = 'current' | 'recent' | 'undatable' | 'past' | 'pending' | 'recent-error' | 'not-taken';

export interface JudgedMedication {
  readonly row: MedicationRow;
  readonly recognition: Recognition;
  readonly exposure: Exposure;
  readonly standing: Standing;
  /** W for this product, whole days. */
  readonly washoutDays: number;
  /** E + W + 1; null where no day is known or no day is safe. */
  readonly clearFrom: CalendarDate | null;
  /** Depot, implant, spinal pump or endless infusion (R05). */
  readonly depot: boolean;
}

export function judgeMedications(
  chart: Chart,
  how: { readonly asOf: CalendarDate; readonly dayOf: DayOf; readonly recognise: Recogniser },
): readonly JudgedMedication[] {
  const recognise = onceAProduct(how.recognise);
  const dating = datingContext(chart, { ...how, recognise });
  const rows = chart.medications.filter(({ medication }) => !saysNoMedications(medication));
  return rows.map((row) => {
    const recognition = recognise(row.medication);
    const endless = recognition.kind === 'opioid' && isEndlessInfusion(row, dating);
    const exposure = endless ? stillRunning(exposureOf(row, dating), row) : exposureOf(row, dating);
    const depot = endless || isOpioidDepot(row, recognition);
    const days = depot ? DEPOT_DAYS : washoutDays(row, recognition);
    const clearFrom = exposure.kind === 'ended' ? addDays(exposure.lastDay, days + 1) : null;
    return {
      row,
      recognition,
      exposure,
      standing: standing(exposure, clearFrom, how.asOf),
      washoutDays: days,
      clearFrom: depot ? null : clearFrom,
      depot,
    };
  });
}

/** A pump or infusion that is said to be over, on no day that anybody knows, may still run. */
function stillRunning(exposure: Exposure, { status }: MedicationRow): Exposure {
  const isOver = status === 'completed' || status === 'stopped';
  return exposure.kind === 'undatable' && isOver ? { kind: 'current', from: exposure.from } : exposure;
}

function isOpioidDepot(row: MedicationRow, recognition: Recognition): boolean {
  return recognition.kind === 'opioid' && isDepot(row, recognition);
}

function standing(exposure: Exposure, clearFrom: CalendarDate | null, asOf: CalendarDate): Standing {
  switch (exposure.kind) {
    case 'ended':
      return clearFrom !== null && clearFrom > asOf ? 'recent' : 'past';
    case 'long-ended':
      return 'past';
    default:
      return exposure.kind;
  }
}

function exposureOf(row: MedicationRow, dating: DatingContext): Exposure {
  switch (row.kind) {
    case 'request':
      return exposureOfRequest(row, dating);
    case 'statement':
      return exposureOfStatement(row, dating);
    case 'dispense':
      return exposureOfDispense(row, dating);
    case 'administration':
      return exposureOfAdministration(row, dating);
  }
}

function datingContext(
  chart: Chart,
  { asOf, dayOf, recognise }: { asOf: CalendarDate; dayOf: DayOf; recognise: Recogniser },
): DatingContext {
  const carriedOut = new Map<Source, (DispenseRow | AdministrationRow)[]>();
  for (const row of chart.medications) {
    if (row.kind !== 'dispense' && row.kind !== 'administration') continue;
    for (const order of row.orders) {
      const linked = carriedOut.get(order);
      if (linked === undefined) carriedOut.set(order, [row]);
      else linked.push(row);
    }
  }
  const finishedEncounters = new Map(
    chart.encounters
      .filter((encounter) => encounter.status === 'finished')
      .map((encounter) => [encounter.source, dayOf(encounter.end)] as const),
  );
  return {
    asOf,
    dayOf,
    carriedOut,
    finishedEncounters,
    wearDays: (row) => patchWearDays(row, recognise(row.medication)),
    isDepot: (row) => isOpioidDepot(row, recognise(row.medication)),
  };
}
