/** What is compared of a draft and of what the EHR stored, but for its dosages. */
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import { NALTREXONE, NALTREXONE_50_MG_TABLET } from '#lib/order/draft/draft-shape.ts';
import { inWords } from '#lib/words/en/dose.ts';
import {
  addressOf,
  type ComparedField,
  conceptWords,
  listed,
  modifierOf,
  quantityIn,
  ratioOf,
  referenceIn,
} from './field-words.ts';

export const STATUS = 'Status';

export const REQUEST_FIELDS: readonly ComparedField[] = [
  { field: STATUS, serious: 'changed-or-dropped', read: (request) => request.text('status') },
  { field: 'Patient', serious: 'changed-or-dropped', read: (request) => referenceIn(request, 'subject') },
  { field: 'Drug', serious: 'changed-or-dropped', read: drugOf },
  { field: 'Drug code', serious: 'changed', read: drugCodes },
  { field: 'Capsule strength', serious: 'changed', read: strengthOf },
  {
    field: 'Form',
    serious: 'changed',
    read: (request) => conceptWords(medicationOf(request), 'form')?.toLowerCase() ?? null,
  },
  {
    field: 'Not to be given',
    serious: 'changed',
    read: (request) => String(request.flag('doNotPerform') ?? false),
  },
  {
    field: 'Reported by somebody else',
    serious: 'changed',
    read: (request) => String(request.flag('reportedBoolean') ?? request.has('reportedReference')),
  },
  { field: 'Modifier of the EHR', serious: 'changed', read: modifierOf },
  { field: 'Intent', serious: 'never', read: (request) => request.text('intent') },
  {
    field: 'Category',
    serious: 'never',
    read: (request) => listed(request.concepts('category').flatMap(codesOf)),
  },
  {
    field: 'Written on',
    serious: 'never',
    read: (request) => request.text('authoredOn')?.slice(0, 10) ?? null,
  },
  { field: 'Prescriber', serious: 'never', read: prescriberOf },
  { field: 'Encounter', serious: 'never', read: (request) => referenceIn(request, 'encounter') },
  { field: 'Reason', serious: 'never', read: reasonsOf },
  { field: 'Judged on', serious: 'never', read: supportOf },
  {
    field: 'Quantity',
    serious: 'changed',
    read: (request) => quantityIn(request.object('dispenseRequest'), 'quantity'),
  },
  {
    field: 'Days of supply',
    serious: 'never',
    read: (request) => quantityIn(request.object('dispenseRequest'), 'expectedSupplyDuration'),
  },
  {
    field: 'Repeats',
    serious: 'changed',
    read: (request) =>
      request.object('dispenseRequest')?.number('numberOfRepeatsAllowed')?.toString() ?? null,
  },
  { field: 'Notes', serious: 'never', read: notesOf },
  { field: 'Our identifier', serious: 'never', read: identifierOf },
  {
    field: 'Group of the strengths',
    serious: 'never',
    read: (request) => request.object('groupIdentifier')?.text('value') ?? null,
  },
  {
    field: 'Number of steps',
    serious: 'never',
    read: (request) => String(request.objects('dosageInstruction').length),
  },
];

/** Our own identifier, whatever others the EHR adds. */
export function identifierOf(request: Fields): string | null {
  const own = request.objects('identifier').find((one) => one.text('system') === OWN_DRAFT_SYSTEM);
  return own?.text('value') ?? null;
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
  const display = concept?.codings.map((coding) => coding.display ?? coding.code)[0] ?? null;
  return concept?.text ?? display ?? request.object('medicationReference')?.text('display') ?? null;
}

/** Every code that says what the drug is, those of ingredients included: a 50 mg tablet hides in any of them. */
function drugCodes(request: Fields): string | null {
  const medication = medicationOf(request);
  const concepts = [
    request.concept('medicationCodeableConcept'),
    medication?.concept('code') ?? null,
    ...(medication?.objects('ingredient').map((ingredient) => ingredient.concept('itemCodeableConcept')) ??
      []),
  ];
  const codes = concepts.flatMap((concept) => concept?.codings.flatMap(({ code }) => code ?? []) ?? []);
  return codes.length === 0 ? null : inWords([...new Set(codes)].sort().map(codeWords));
}

function codeWords(code: string): string {
  if (code === NALTREXONE) return `${code} naltrexone`;
  return code === NALTREXONE_50_MG_TABLET ? `${code} naltrexone 50 mg tablet` : code;
}

function strengthOf(request: Fields): string | null {
  const ingredients = medicationOf(request)?.objects('ingredient') ?? [];
  return listed(ingredients.flatMap((ingredient) => ratioOf(ingredient.object('strength')) ?? []));
}

function prescriberOf(request: Fields): string | null {
  const requester = request.object('requester');
  return referenceIn(request, 'requester') ?? requester?.text('display') ?? null;
}

function reasonsOf(request: Fields): string | null {
  return listed(
    request.concepts('reasonCode').map(({ text, codings }) => {
      const codes = codings.flatMap(({ code }) => code ?? []);
      return [text ?? codings[0]?.display ?? '', ...codes].join(' ').trim();
    }),
  );
}

/** Rows of the chart, as they are addressed there. */
function supportOf(request: Fields): string | null {
  return listed(
    request.objects('supportingInformation').flatMap((row) => addressOf(row.text('reference')) ?? []),
  );
}

function notesOf(request: Fields): string | null {
  const notes = request.objects('note').flatMap((note) => note.text('text') ?? []);
  return notes.length === 0 ? null : notes.join(' ');
}
