/** Each medication row with what it is, when it was last taken, and what that means today. */

import type { Chart, MedicationRow } from '#lib/chart/chart.ts';
import { isOver } from '#lib/chart/states.ts';
import type { Recogniser, Recognition } from '#lib/terminology/recognition.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { dateOrder } from './date-order.ts';
import { dateStatement } from './date-statement.ts';
import { dateSupplies, type Supplies } from './date-supplies.ts';
import { isEndlessInfusion } from './depot.ts';
import type { Exposure, Today } from './exposure.ts';
import { endOfStay, finishedStays, type Stays } from './hospital-stay.ts';
import { type RecognisedRow, recogniseRows } from './recognised-row.ts';
import { DEPOT_DAYS, washoutDays } from './washout.ts';

/**
 * `recent`: within its washout. `undatable`: nobody can say. `past`: long enough ago. `current`, `pending`, `perhaps-taken`,
 * `not-taken` as in Exposure.
 */
export type Use = 'current' | 'recent' | 'undatable' | 'past' | 'pending' | 'perhaps-taken' | 'not-taken';

export interface JudgedMedication {
  readonly row: MedicationRow;
  readonly recognition: Recognition;
  readonly exposure: Exposure;
  readonly use: Use;
  /** W for this product, whole days. */
  readonly washoutDays: number;
  /** E + W + 1; null where no day is known or no day is safe. */
  readonly clearFrom: CalendarDate | null;
  /** Depot, implant, spinal pump or endless infusion (R05). */
  readonly depot: boolean;
}

/** Three passes: what each row is; when what was handed over or given was last taken; and, from both, the orders and statements. */
export function judgeMedications(
  chart: Chart,
  how: Today & { readonly recognise: Recogniser },
): readonly JudgedMedication[] {
  const rows = recogniseRows(chart.medications, how.recognise);
  const supplies = dateSupplies(rows, how);
  const stays = finishedStays(chart);
  return rows.map((one) => judged(one, supplies, stays, how));
}

function judged(one: RecognisedRow, supplies: Supplies, stays: Stays, today: Today): JudgedMedication {
  const { row, recognition } = one;
  const stayEnd = row.kind === 'request' ? endOfStay(row, stays, supplies.of(row.source), today) : null;
  const dated = exposureOf(one, supplies, stayEnd, today);
  const endless = recognition.kind === 'opioid' && isEndlessInfusion(row, stayEnd !== null);
  const exposure = endless ? stillRunning(dated, row) : dated;
  const depot = one.depot || (endless && exposure.kind !== 'long-ended');
  const days = depot ? DEPOT_DAYS : washoutDays(row, recognition);
  const clearFrom = exposure.kind === 'ended' ? addDays(exposure.lastDay, days + 1) : null;
  return {
    row,
    recognition,
    exposure,
    use: asUse(exposure, clearFrom, today.asOf),
    washoutDays: days,
    clearFrom: depot ? null : clearFrom,
    depot,
  };
}

function exposureOf(
  { row, recognition }: RecognisedRow,
  supplies: Supplies,
  stayEnd: CalendarDate | null,
  today: Today,
): Exposure {
  switch (row.kind) {
    case 'request':
      return dateOrder(row, recognition, supplies, stayEnd, today);
    case 'statement':
      return dateStatement(row, recognition.agonists, supplies, today);
    default:
      return supplies.exposureOf(row);
  }
}

/** A pump or infusion that is said to be over, on no day that anybody knows, may still run. */
function stillRunning(exposure: Exposure, { state }: MedicationRow): Exposure {
  return exposure.kind === 'undatable' && isOver(state) ? { kind: 'current', from: exposure.from } : exposure;
}

function asUse(exposure: Exposure, clearFrom: CalendarDate | null, asOf: CalendarDate): Use {
  switch (exposure.kind) {
    case 'ended':
      return clearFrom !== null && clearFrom > asOf ? 'recent' : 'past';
    case 'long-ended':
      return 'past';
    default:
      return exposure.kind;
  }
}
