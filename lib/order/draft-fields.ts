/** What is compared of a draft and of what the EHR stored, each read the same way from both. */
import { OWN_DRAFT_SYSTEM } from '../chart/own-draft.ts';
import { inWords } from '../display/dose.ts';
import type { Fields } from '../fhir/fields.ts';
import { NALTREXONE, NALTREXONE_50_MG_TABLET } from './draft-shape.ts';

/** One thing compared: read the same way from what was sent and from what is stored. */
export interface ComparedField {
  readonly field: string;
  /** When a difference is serious: never, when something else stands there, or also when nothing does. */
  readonly serious: 'never' | 'changed' | 'changed-or-dropped';
  readonly read: (from: Fields) => string | null;
}

export const STATUS = 'Status';

export const REQUEST_FIELDS: readonly ComparedField[] = [
  { field: STATUS, serious: 'changed-or-dropped', read: (request) => request.text('status') },
  { field: 'Patient', serious: 'changed-or-dropped', read: (request) => referenceIn(request, 'subject') },
  { field: 'Drug', serious: 'changed-or-dropped', read: drugOf },
  { field: 'Drug code', serious: 'changed', read: drugCodes },
  { field: 'Capsule strength', serious: 'changed', read: strengthOf },
  {
    field: 'Not to be given',
    serious: 'changed',
    read: (request) => String(request.flag('doNotPerform') ?? false),
  },
  { field: 'Intent', serious: 'never', read: (request) => request.text('intent') },
  { field: 'Prescriber', serious: 'never', read: prescriberOf },
  { field: 'Encounter', serious: 'never', read: (request) => referenceIn(request, 'encounter') },
  { field: 'Reason', serious: 'never', read: reasonsOf },
  {
    field: 'Quantity',
    serious: 'never',
    read: (request) => quantityIn(request.object('dispenseRequest'), 'quantity'),
  },
  {
    field: 'Days of supply',
    serious: 'never',
    read: (request) => quantityIn(request.object('dispenseRequest'), 'expectedSupplyDuration'),
  },
  {
    field: 'Repeats',
    serious: 'never',
    read: (request) =>
      numberText(request.object('dispenseRequest')?.number('numberOfRepeatsAllowed') ?? null),
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

/** Of one dosage. */
export const STEP_FIELDS: readonly ComparedField[] = [
  { field: 'dose', serious: 'changed', read: doseOf },
  { field: 'nights', serious: 'changed', read: nightsOf },
  { field: 'time', serious: 'changed', read: timeOf },
  { field: 'as needed', serious: 'changed', read: asNeededOf },
  { field: 'text', serious: 'never', read: (dosage) => dosage.text('text') },
  {
    field: 'instruction to the patient',
    serious: 'never',
    read: (dosage) => dosage.text('patientInstruction'),
  },
  { field: 'highest daily dose', serious: 'never', read: highestOf },
];

/** Our own identifier, whatever others the EHR adds. */
export function identifierOf(request: Fields): string | null {
  const own = request.objects('identifier').find((one) => one.text('system') === OWN_DRAFT_SYSTEM);
  return own?.text('value') ?? null;
}

function medicationOf(request: Fields): Fields | null {
  return request.objects('contained').find((one) => one.text('resourceType') === 'Medication') ?? null;
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
  const strengths = medicationOf(request)
    ?.objects('ingredient')
    .flatMap((ingredient) => quantityIn(ingredient.object('strength'), 'numerator') ?? []);
  return strengths === undefined || strengths.length === 0 ? null : inWords(strengths);
}

function prescriberOf(request: Fields): string | null {
  const requester = request.object('requester');
  return referenceIn(request, 'requester') ?? requester?.text('display') ?? null;
}

function reasonsOf(request: Fields): string | null {
  const reasons = request
    .concepts('reasonCode')
    .flatMap(({ text, codings }) => text ?? codings[0]?.display ?? []);
  return reasons.length === 0 ? null : reasons.join('; ');
}

function notesOf(request: Fields): string | null {
  const notes = request.objects('note').flatMap((note) => note.text('text') ?? []);
  return notes.length === 0 ? null : notes.join(' ');
}

function doseOf(dosage: Fields): string | null {
  const doses = dosage.objects('doseAndRate').flatMap((dose) => quantityIn(dose, 'doseQuantity') ?? []);
  return doses.length === 0 ? null : inWords(doses);
}

function nightsOf(dosage: Fields): string | null {
  return quantityIn(dosage.object('timing')?.object('repeat') ?? null, 'boundsDuration');
}

function timeOf(dosage: Fields): string | null {
  const repeat = dosage.object('timing')?.object('repeat');
  if (!repeat) return null;
  const [frequency, period, unit] = [
    repeat.number('frequency'),
    repeat.number('period'),
    repeat.text('periodUnit'),
  ];
  const every =
    frequency === 1 && period === 1 && unit === 'd' ? 'once a day' : `${frequency} in ${period} ${unit}`;
  return [every, ...repeat.texts('when').map((when) => (when === 'HS' ? 'at bedtime' : when))].join(' ');
}

function asNeededOf(dosage: Fields): string {
  return dosage.flag('asNeededBoolean') === true || dosage.has('asNeededCodeableConcept') ? 'yes' : 'no';
}

function highestOf(dosage: Fields): string | null {
  const highest = dosage.object('maxDosePerPeriod');
  const dose = quantityIn(highest, 'numerator');
  return dose === null
    ? null
    : `${dose} in ${quantityIn(highest, 'denominator')?.replace(/^1 days$/, '1 day')}`;
}

function quantityIn(from: Fields | null, name: string): string | null {
  const quantity = from?.object(name);
  const value = quantity?.number('value') ?? null;
  return value === null ? null : `${value} ${unitOf(quantity)}`.trim();
}

/** Units as people read them, by their UCUM code: another word for the same unit is no difference, another code for it is. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['mg', 'mg'],
  ['mL', 'mL'],
  ['d', 'days'],
  ['wk', 'weeks'],
  ['{capsule}', 'capsules'],
  ['{tablet}', 'tablets'],
]);

function unitOf(quantity: Fields | null | undefined): string {
  const code = quantity?.text('code') ?? null;
  return (code === null ? null : UNITS.get(code)) ?? quantity?.text('unit') ?? code ?? '';
}

function numberText(value: number | null): string | null {
  return value === null ? null : String(value);
}

/** "Patient/p1", whether the EHR gives it so or as an address of its own. */
function referenceIn(from: Fields, name: string): string | null {
  const reference = from.object(name)?.text('reference') ?? null;
  return reference?.match(/([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/[^/]*)?$/)?.[1] ?? reference;
}
