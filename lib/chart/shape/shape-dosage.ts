/** Dosage lines: when, which way, as needed or not. @see FHIR R4 Dosage, Timing */

import type { DosageLine } from '#lib/chart/chart.ts';
import { codesOf, Fields } from '#lib/fhir/fields.ts';
import type { ChartDate } from '#lib/time/fhir-date.ts';
import { fhirDate } from '#lib/time/fhir-date.ts';
import { daysOf, daysPerUnit } from './durations.ts';

const RATES = ['rateRatio', 'rateRange', 'rateQuantity'];

/** Dosage of a request, statement or dispense. A dose that cannot be read is none: no row is lost by it. */
export function shapeDosage(dosage: Fields): DosageLine {
  const timing = dosage.object('timing');
  const doses = dosage.objects('doseAndRate');
  const repeat = timing?.object('repeat') ?? null;
  const bounds = repeat?.object('boundsPeriod') ?? null;
  const range = repeat?.object('boundsRange') ?? null;
  return {
    text: dosage.text('text'),
    route: dosage.concept('route'),
    method: dosage.concept('method'),
    site: dosage.concept('site'),
    asNeeded: dosage.flag('asNeededBoolean') === true || dosage.has('asNeededCodeableConcept'),
    sequence: dosage.number('sequence'),
    boundsStart: bounds?.date('start') ?? null,
    boundsEnd: bounds?.date('end') ?? null,
    boundsDays:
      (repeat === null ? null : daysOf(repeat, 'boundsDuration')) ??
      (range === null ? null : daysOf(range, 'high')),
    events: timing === null ? [] : eventsOf(timing),
    infusion: doses.some(hasRate),
    dose: largest(doses.map((dose) => doseOf(unnoted(dose)))),
    timesPerDay: timing === null ? null : timesPerDay(unnoted(timing)),
  };
}

/** MedicationAdministration.dosage: what was done, so neither bounds nor "as needed". */
export function shapeGivenDose(dosage: Fields): DosageLine {
  return {
    text: dosage.text('text'),
    route: dosage.concept('route'),
    method: dosage.concept('method'),
    site: dosage.concept('site'),
    asNeeded: false,
    sequence: null,
    boundsStart: null,
    boundsEnd: null,
    boundsDays: null,
    events: [],
    infusion: hasRate(dosage),
    dose: quantityOf(new Fields(dosage.json, []).object('dose')),
    timesPerDay: null,
  };
}

/** The same object, what is wrong with it noted nowhere. */
function unnoted({ json }: Fields): Fields {
  return new Fields(json, []);
}

function doseOf(doseAndRate: Fields): DosageLine['dose'] {
  const range = doseAndRate.object('doseRange');
  return quantityOf(doseAndRate.object('doseQuantity') ?? range?.object('high') ?? null);
}

function quantityOf(quantity: Fields | null): DosageLine['dose'] {
  const value = quantity?.number('value') ?? null;
  if (quantity === null || value === null) return null;
  return { value, unit: quantity.text('unit') ?? quantity.text('code') };
}

function largest(doses: readonly DosageLine['dose'][]): DosageLine['dose'] {
  return doses.reduce(
    (most, dose) => (most === null || (dose !== null && dose.value > most.value) ? dose : most),
    null,
  );
}

/** @see FHIR R4 Timing.code: GTSAbbreviation */
const TIMES_OF_CODE: ReadonlyMap<string, number> = new Map([
  ['QD', 1],
  ['BID', 2],
  ['TID', 3],
  ['QID', 4],
  ['Q8H', 3],
  ['Q6H', 4],
  ['Q4H', 6],
]);

function timesPerDay(timing: Fields): number | null {
  const repeat = timing.object('repeat');
  const code = codesOf(timing.concept('code'))
    .map((one) => TIMES_OF_CODE.get(one))
    .find((times) => times !== undefined);
  if (repeat === null) return code ?? null;
  const period = repeat.number('period');
  const unit = daysPerUnit(repeat.text('periodUnit'));
  const times = repeat.number('frequencyMax') ?? repeat.number('frequency') ?? 1;
  if (period !== null && period > 0 && unit !== null) return times / (period * unit);
  const moments = Math.max(repeat.texts('when').length, repeat.texts('timeOfDay').length);
  return moments > 0 ? moments : (code ?? null);
}

function eventsOf(timing: Fields): ChartDate[] {
  return timing.texts('event').flatMap((event) => fhirDate(event) ?? timing.fault('event', 'no-date') ?? []);
}

function hasRate(dose: Fields): boolean {
  return RATES.some((rate) => dose.has(rate));
}
