/** What a request for our drug says of itself, sent or stored: read the same way from both. */
import { conceptName } from '#lib/chart/concept.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import { FIRST_NIGHT, STEPS_IN_ALL } from '#lib/order/draft/draft-shape.ts';
import { ownValuesOf } from '#lib/order/draft/own-identifier.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { ratioIn } from './field-value.ts';

/** Every first night this order names, which is one; null for one that is no day. */
export function firstNightsOf(request: Fields): readonly (CalendarDate | null)[] {
  const named = request.objects('extension').filter((one) => one.text('url') === FIRST_NIGHT);
  return named.map((one) => calendarDate(one.text('valueDate') ?? ''));
}

/** How many steps the whole titration has, as this order says; null where an earlier version of this app wrote it, the EHR dropped it, or two are named. */
export function stepsInAllOf(request: Fields): number | null {
  const [named, ...others] = request.objects('extension').filter((one) => one.text('url') === STEPS_IN_ALL);
  return others.length > 0 ? null : (named?.number('valuePositiveInt') ?? null);
}

/** Our own identifier; null where the EHR dropped it. */
export function identifierOf(request: Fields): string | null {
  return ownValuesOf(request)[0] ?? null;
}

/** The Medication the request points to, and no other that lies beside it. */
export function medicationOf(request: Fields): Fields | null {
  const reference = request.object('medicationReference')?.text('reference') ?? '';
  const id = reference
    .replace(/\/_history\/[^/]*$/, '')
    .split(/[#/]/)
    .at(-1);
  const medications = request.objects('contained').filter((one) => one.text('resourceType') === 'Medication');
  return medications.find((one) => one.text('id') === id) ?? null;
}

/** Name of the drug as a person reads it in the EHR. */
export function drugOf(request: Fields): string | null {
  const concept =
    request.concept('medicationCodeableConcept') ?? medicationOf(request)?.concept('code') ?? null;
  return (concept && conceptName(concept)) ?? request.object('medicationReference')?.text('display') ?? null;
}

/** The strength of the one capsule this order is for; null where the EHR did not keep it. */
export function strengthIn(request: Fields): Micrograms | null {
  const [ingredient] = medicationOf(request)?.objects('ingredient') ?? [];
  const of = (ingredient && ratioIn(ingredient.object('strength')))?.of;
  return of?.unit === 'mg' ? micrograms(of.value) : null;
}
