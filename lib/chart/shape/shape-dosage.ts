/** Dosage lines: when, which way, as needed or not. @see FHIR R4 Dosage, Timing */

import type { ChartDate, DosageLine } from '#lib/chart/chart.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import { fhirDate } from '#lib/time/fhir-date.ts';
import { daysOf } from './durations.ts';

const RATES = ['rateRatio', 'rateRange', 'rateQuantity'];

/** Dosage of a request, statement or dispense. */
export function shapeDosage(dosage: Fields): DosageLine {
  const timing = dosage.object('timing');
  const repeat = timing?.object('repeat') ?? null;
  const bounds = repeat?.object('boundsPeriod') ?? null;
  const range = repeat?.object('boundsRange') ?? null;
  return {
    text: dosage.text('text'),
    route: dosage.concept('route'),
    method: dosage.concept('method'),
    site: dosage.concept('site'),
    asNeeded: dosage.flag('asNeededBoolean') === true || dosage.has('asNeededCodeableConcept'),
    boundsStart: bounds?.date('start') ?? null,
    boundsEnd: bounds?.date('end') ?? null,
    boundsDays:
      (repeat === null ? null : daysOf(repeat, 'boundsDuration')) ??
      (range === null ? null : daysOf(range, 'high')),
    events: timing === null ? [] : eventsOf(timing),
    infusion: dosage.objects('doseAndRate').some(hasRate),
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
    boundsStart: null,
    boundsEnd: null,
    boundsDays: null,
    events: [],
    infusion: hasRate(dosage),
  };
}

function eventsOf(timing: Fields): ChartDate[] {
  return timing
    .texts('event')
    .flatMap((event) => fhirDate(event) ?? timing.fault('event', 'is no date') ?? []);
}

function hasRate(dose: Fields): boolean {
  return RATES.some((rate) => dose.has(rate));
}
