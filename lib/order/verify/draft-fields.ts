/** What is compared of a draft and of what the EHR stored, but for its dosages. */

import { conceptName } from '#lib/chart/concept.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import { FIRST_NIGHT, STEPS_IN_ALL } from '#lib/order/draft/draft-shape.ts';
import { ownValuesOf } from '#lib/order/draft/own-identifier.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import {
  addressOf,
  amountIn,
  amountValue,
  type ComparedField,
  type FieldValue,
  listValue,
  modifierOf,
  ratioIn,
  ratiosValue,
  referenceIn,
  textValue,
} from './field-value.ts';

export type RequestField =
  | 'status'
  | 'patient'
  | 'drug'
  | 'drug-code'
  | 'capsule-strength'
  | 'form'
  | 'do-not-perform'
  | 'reported'
  | 'modifier'
  | 'intent'
  | 'category'
  | 'written-on'
  | 'prescriber'
  | 'encounter'
  | 'reason'
  | 'judged-on'
  | 'quantity'
  | 'days-of-supply'
  | 'repeats'
  | 'course'
  | 'follows'
  | 'notes'
  | 'identifier'
  | 'group'
  | 'first-night'
  | 'steps-in-all'
  | 'number-of-steps';

export const REQUEST_FIELDS: readonly ComparedField<RequestField>[] = [
  { field: 'status', serious: 'changed-or-dropped', read: (request) => textValue(request.text('status')) },
  {
    field: 'patient',
    serious: 'changed-or-dropped',
    read: (request) => textValue(referenceIn(request, 'subject')),
  },
  { field: 'drug', serious: 'changed-or-dropped', read: (request) => textValue(drugOf(request)) },
  { field: 'drug-code', serious: 'changed', read: drugCodes },
  { field: 'capsule-strength', serious: 'changed', read: strengthOf },
  { field: 'form', serious: 'changed', read: formOf },
  {
    field: 'do-not-perform',
    serious: 'changed',
    read: (request) => ({ kind: 'flag', on: request.flag('doNotPerform') ?? false }),
  },
  {
    field: 'reported',
    serious: 'changed',
    read: (request) => ({
      kind: 'flag',
      on: request.flag('reportedBoolean') ?? request.has('reportedReference'),
    }),
  },
  { field: 'modifier', serious: 'changed', read: modifierOf },
  { field: 'first-night', serious: 'changed', read: firstNightValue },
  { field: 'steps-in-all', serious: 'changed', read: stepsInAllValue },
  { field: 'intent', serious: 'never', read: (request) => textValue(request.text('intent')) },
  {
    field: 'category',
    serious: 'never',
    read: (request) => listValue(request.concepts('category').flatMap(codesOf)),
  },
  { field: 'written-on', serious: 'never', read: writtenOn },
  { field: 'prescriber', serious: 'never', read: (request) => textValue(prescriberOf(request)) },
  { field: 'encounter', serious: 'never', read: (request) => textValue(referenceIn(request, 'encounter')) },
  { field: 'reason', serious: 'never', read: reasonsOf },
  { field: 'judged-on', serious: 'never', read: supportOf },
  {
    field: 'quantity',
    serious: 'changed',
    read: (request) => amountValue(amountIn(request.object('dispenseRequest'), 'quantity')),
  },
  {
    field: 'days-of-supply',
    serious: 'never',
    read: (request) => amountValue(amountIn(request.object('dispenseRequest'), 'expectedSupplyDuration')),
  },
  { field: 'repeats', serious: 'changed', read: repeatsOf },
  {
    field: 'course',
    serious: 'never',
    read: (request) => listValue(codesOf(request.concept('courseOfTherapyType'))),
  },
  {
    field: 'follows',
    serious: 'changed',
    read: (request) => textValue(referenceIn(request, 'priorPrescription')),
  },
  { field: 'notes', serious: 'never', read: notesOf },
  { field: 'identifier', serious: 'never', read: (request) => textValue(identifierOf(request)) },
  {
    field: 'group',
    serious: 'never',
    read: (request) => textValue(request.object('groupIdentifier')?.text('value')),
  },
  {
    field: 'number-of-steps',
    serious: 'never',
    read: (request) => ({ kind: 'count', count: request.objects('dosageInstruction').length }),
  },
];

function formOf(request: Fields): FieldValue | null {
  const form = medicationOf(request)?.concept('form') ?? null;
  return textValue(form && conceptName(form)?.toLowerCase());
}

function writtenOn(request: Fields): FieldValue | null {
  const written = request.text('authoredOn');
  return written === null ? null : { kind: 'day', day: written.slice(0, 10) };
}

/** Every first night this order names, which is one; null for one that is no day. */
export function firstNightsOf(request: Fields): readonly (CalendarDate | null)[] {
  const named = request.objects('extension').filter((one) => one.text('url') === FIRST_NIGHT);
  return named.map((one) => calendarDate(one.text('valueDate') ?? ''));
}

function firstNightValue(request: Fields): FieldValue | null {
  const [day = null, ...others] = firstNightsOf(request);
  return others.length > 0 || day === null ? null : { kind: 'day', day };
}

/** Of the whole titration, as this order says; null where an earlier version of this app wrote it, the EHR dropped it, or two are named. */
export function stepsInAllOf(request: Fields): number | null {
  const [named, ...others] = request.objects('extension').filter((one) => one.text('url') === STEPS_IN_ALL);
  return others.length > 0 ? null : (named?.number('valuePositiveInt') ?? null);
}

function stepsInAllValue(request: Fields): FieldValue | null {
  const count = stepsInAllOf(request);
  return count === null ? null : { kind: 'count', count };
}

function repeatsOf(request: Fields): FieldValue | null {
  const count = request.object('dispenseRequest')?.number('numberOfRepeatsAllowed') ?? null;
  return count === null ? null : { kind: 'count', count };
}

/** Our own identifier; null where the EHR dropped it. */
export function identifierOf(request: Fields): string | null {
  return ownValuesOf(request)[0] ?? null;
}

/** The Medication the request points to, and no other that lies beside it. */
function medicationOf(request: Fields): Fields | null {
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

/** Every code that says what the drug is, those of ingredients included: a 50 mg tablet hides in any of them. */
function drugCodes(request: Fields): FieldValue | null {
  const medication = medicationOf(request);
  const concepts = [
    request.concept('medicationCodeableConcept'),
    medication?.concept('code') ?? null,
    ...(medication?.objects('ingredient').map((ingredient) => ingredient.concept('itemCodeableConcept')) ??
      []),
  ];
  const codes = concepts.flatMap((concept) => concept?.codings.flatMap(({ code }) => code ?? []) ?? []);
  return codes.length === 0 ? null : { kind: 'drug-codes', codes: [...new Set(codes)].sort() };
}

function strengthOf(request: Fields): FieldValue | null {
  const ingredients = medicationOf(request)?.objects('ingredient') ?? [];
  return ratiosValue(ingredients.flatMap((ingredient) => ratioIn(ingredient.object('strength')) ?? []));
}

/** Of the one capsule this order is for, where the EHR kept it. */
export function strengthIn(request: Fields): Micrograms | null {
  const [ingredient] = medicationOf(request)?.objects('ingredient') ?? [];
  const of = (ingredient && ratioIn(ingredient.object('strength')))?.of;
  return of?.unit === 'mg' ? micrograms(of.value) : null;
}

function prescriberOf(request: Fields): string | null {
  const requester = request.object('requester');
  return referenceIn(request, 'requester') ?? requester?.text('display') ?? null;
}

function reasonsOf(request: Fields): FieldValue | null {
  return listValue(
    request.concepts('reasonCode').map(({ text, codings }) => {
      const codes = codings.flatMap(({ code }) => code ?? []);
      return [text ?? codings[0]?.display ?? '', ...codes].join(' ').trim();
    }),
  );
}

/** Rows of the chart, as they are addressed there. */
function supportOf(request: Fields): FieldValue | null {
  return listValue(
    request.objects('supportingInformation').flatMap((row) => addressOf(row.text('reference')) ?? []),
  );
}

function notesOf(request: Fields): FieldValue | null {
  const notes = request.objects('note').flatMap((note) => note.text('text') ?? []);
  return notes.length === 0 ? null : { kind: 'text', text: notes.join(' ') };
}
