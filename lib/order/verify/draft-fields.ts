/** What is compared of a draft and of what the EHR stored, but for its dosages. */

import { conceptName } from '#lib/chart/concept.ts';
import { conceptWords } from '#lib/fhir/concept.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
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
import { drugOf, firstNightsOf, identifierOf, medicationOf, stepsInAllOf } from './stored-request.ts';

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

function firstNightValue(request: Fields): FieldValue | null {
  const [day = null, ...others] = firstNightsOf(request);
  return others.length > 0 || day === null ? null : { kind: 'day', day };
}

function stepsInAllValue(request: Fields): FieldValue | null {
  const count = stepsInAllOf(request);
  return count === null ? null : { kind: 'count', count };
}

function repeatsOf(request: Fields): FieldValue | null {
  const count = request.object('dispenseRequest')?.number('numberOfRepeatsAllowed') ?? null;
  return count === null ? null : { kind: 'count', count };
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

function prescriberOf(request: Fields): string | null {
  const requester = request.object('requester');
  return referenceIn(request, 'requester') ?? requester?.text('display') ?? null;
}

function reasonsOf(request: Fields): FieldValue | null {
  return listValue(
    request.concepts('reasonCode').map((reason) => {
      const codes = reason.codings.flatMap(({ code }) => code ?? []);
      return [conceptWords(reason) ?? '', ...codes].join(' ').trim();
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
