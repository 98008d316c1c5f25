/**
 * Second pass over the medications: when what a pharmacy handed over, or a nurse gave, was last taken. A supply fetched before the one
 * before it is used up begins when that one ends.
 * @see FHIR R4 MedicationDispense.status, .whenHandedOver, .daysSupply
 */

import type { AdministrationRow, DispenseRow, Source } from '#lib/chart/chart.ts';
import type { MedicationState } from '#lib/chart/states.ts';
import type { IngredientId, ProductRelease } from '#lib/terminology/recognition.ts';
import { addDays, type CalendarDate, daysBetween, latest } from '#lib/time/calendar-date.ts';
import { dateAdministration } from './date-administration.ts';
import { type Exposure, endedOn, exposureOfError, LONGEST_SUPPLY_DAYS, type Today } from './exposure.ts';
import type { RecognisedRow } from './recognised-row.ts';

type SupplyRow = DispenseRow | AdministrationRow;

export interface DatedSupply extends RecognisedRow<SupplyRow> {
  readonly exposure: Exposure;
  /** Last day on which the chart speaks of this supply as one that was taken; null when it does not, or on no known day. */
  readonly lastSign: CalendarDate | null;
}

/** The supplies of a chart, by the order they carry out and by what is in them. */
export interface Supplies {
  readonly exposureOf: (supply: SupplyRow) => Exposure;
  readonly of: (order: Source) => readonly DatedSupply[];
  /** Last sign of any supply with one of these ingredients. */
  readonly lastSignOf: (ingredients: readonly IngredientId[]) => CalendarDate | null;
}

/** @param rows of any kind, each recognised; those that are no supply are passed over. */
export function dateSupplies(rows: readonly RecognisedRow[], today: Today): Supplies {
  const exposures = new Map<SupplyRow, Exposure>();
  const handOvers: HandOver[] = [];
  for (const one of rows) {
    if (isAdministration(one)) exposures.set(one.row, dateAdministration(one, today));
    if (!isDispense(one)) continue;
    const read = readDispense(one, today);
    if ('kind' in read) exposures.set(one.row, read);
    else handOvers.push(read);
  }
  for (const [row, exposure] of stacked(handOvers, today)) exposures.set(row, exposure);

  const byOrder = new Map<Source, DatedSupply[]>();
  const signs = new Map<IngredientId, CalendarDate>();
  for (const one of rows.filter(isSupply)) {
    const exposure = exposures.get(one.row);
    if (exposure === undefined) continue;
    const lastSign = lastSignIn(exposure, today);
    for (const order of one.row.orders) {
      const supplies = byOrder.get(order);
      const supply = { ...one, exposure, lastSign };
      if (supplies === undefined) byOrder.set(order, [supply]);
      else supplies.push(supply);
    }
    for (const ingredient of one.recognition.agonists) {
      const sign = latest([lastSign, signs.get(ingredient) ?? null]);
      if (sign !== null) signs.set(ingredient, sign);
    }
  }
  return {
    exposureOf: (supply) => exposures.get(supply) ?? { kind: 'undatable', from: null, why: 'no-date' },
    of: (order) => byOrder.get(order) ?? [],
    lastSignOf: (ingredients) => latest(ingredients.map((one) => signs.get(one) ?? null)),
  };
}

function lastSignIn(exposure: Exposure, { asOf }: Today): CalendarDate | null {
  switch (exposure.kind) {
    case 'current':
      return asOf;
    case 'ended':
      return exposure.lastDay;
    case 'long-ended':
    case 'undatable':
      return exposure.from;
    default:
      return null;
  }
}

/** A supply of known length, before it is known when it was begun. */
interface HandOver {
  readonly dispense: RecognisedRow<DispenseRow>;
  readonly day: CalendarDate;
  readonly from: CalendarDate | null;
  readonly days: number;
}

const NOT_YET_HANDED_OVER: ReadonlySet<MedicationState> = new Set(['prepared', 'held']);
const COUNTS: ReadonlySet<MedicationState> = new Set([
  'done',
  'under-way',
  'broken-off',
  ...NOT_YET_HANDED_OVER,
]);

function readDispense(dispense: RecognisedRow<DispenseRow>, today: Today): HandOver | Exposure {
  const { row, depot } = dispense;
  const { state } = row;
  const date = row.whenHandedOver ?? row.whenPrepared;
  const day = today.dayOf(date);
  const from = today.dayOf(date, 'earliest');
  if (state === 'in-error') return exposureOfError(day, today);
  if (state === 'withdrawn') return { kind: 'not-taken' };
  if (!COUNTS.has(state)) return { kind: 'undatable', from, why: 'status' };
  if (NOT_YET_HANDED_OVER.has(state) && row.whenHandedOver === null) return { kind: 'pending' };
  if (day === null) return { kind: 'undatable', from, why: 'no-date' };
  const days = row.daysSupply ?? (depot ? 1 : null);
  if (days !== null) return { dispense, day, from, days };
  return daysBetween(day, today.asOf) > LONGEST_SUPPLY_DAYS
    ? { kind: 'long-ended', from: day }
    : { kind: 'undatable', from, why: 'no-days' };
}

/** Each hand-over with its exposure: those of one drug and kind one after the other, each no earlier than it was handed over. */
function stacked(handOvers: readonly HandOver[], today: Today): [SupplyRow, Exposure][] {
  const stacks = new Map<string, UsedUp>();
  return [...handOvers]
    .sort((a, b) => daysBetween(b.day, a.day))
    .map(({ dispense, day, from, days }): [SupplyRow, Exposure] => {
      const stack = stackOf(dispense);
      const { release } = dispense.recognition;
      const usedUp: UsedUp = (stack === null ? undefined : stacks.get(stack)) ?? {};
      const before = usedUpBefore(usedUp, release);
      const begins = before === null || before < day ? day : addDays(before, 1);
      const lastDay = addDays(begins, days - 1);
      if (stack !== null) stacks.set(stack, { ...usedUp, [release]: lastDay });
      return [dispense.row, endedOn(lastDay, from, today)];
    });
}

/** Last day of the supplies so far, by how they are released. */
type UsedUp = { readonly [release in ProductRelease]?: CalendarDate };

/** Two releases of a drug are used side by side; a brand that does not say how it is released may be either. */
function usedUpBefore(usedUp: UsedUp, release: ProductRelease): CalendarDate | null {
  const days = release === 'unknown' ? Object.values(usedUp) : [usedUp[release], usedUp.unknown];
  return latest(days.map((day) => day ?? null));
}

/** Supplies that are used one after the other: the same opioids or naltrexone of the same kind. A depot is never saved up. */
function stackOf({ recognition, depot }: RecognisedRow): string | null {
  const { agonists, antagonists, lastingForm } = recognition;
  return depot || agonists.length + antagonists.length === 0
    ? null
    : JSON.stringify([agonists, antagonists, lastingForm]);
}

function isDispense(one: RecognisedRow): one is RecognisedRow<DispenseRow> {
  return one.row.kind === 'dispense';
}

function isAdministration(one: RecognisedRow): one is RecognisedRow<AdministrationRow> {
  return one.row.kind === 'administration';
}

function isSupply(one: RecognisedRow): one is RecognisedRow<SupplyRow> {
  return isDispense(one) || isAdministration(one);
}
