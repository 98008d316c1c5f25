/** What is compared of one dosage of a draft. */

import { SNOMED } from '#lib/fhir/code-systems.ts';
import { conceptWords } from '#lib/fhir/concept.ts';
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import { ORAL_ROUTE } from '#lib/order/draft/draft-shape.ts';
import {
  type Amount,
  amountIn,
  amountValue,
  type ComparedField,
  type FieldValue,
  listValue,
  modifierOf,
  type Rhythm,
  ratioIn,
  ratiosValue,
  textValue,
} from './field-value.ts';

export type StepField =
  | 'dose'
  | 'nights'
  | 'time'
  | 'route'
  | 'as-needed'
  | 'modifier'
  | 'text'
  | 'patient-instruction'
  | 'highest-daily-dose';

export const STEP_FIELDS: readonly ComparedField<StepField>[] = [
  { field: 'dose', serious: 'changed', read: dosesValue },
  { field: 'nights', serious: 'changed', read: (dosage) => amountValue(boundOf(dosage)) },
  { field: 'time', serious: 'changed', read: rhythmValue },
  { field: 'route', serious: 'changed', read: routeOf },
  { field: 'as-needed', serious: 'changed', read: (dosage) => ({ kind: 'flag', on: isAsNeeded(dosage) }) },
  { field: 'modifier', serious: 'changed', read: modifierOf },
  { field: 'text', serious: 'never', read: (dosage) => textValue(dosage.text('text')) },
  {
    field: 'patient-instruction',
    serious: 'never',
    read: (dosage) => textValue(dosage.text('patientInstruction')),
  },
  { field: 'highest-daily-dose', serious: 'never', read: highestOf },
];

/** The doses, and how many ranges and rates stand beside them. */
export function dosesOf(dosage: Fields): { readonly amounts: readonly Amount[]; readonly others: number } {
  const doses = dosage.objects('doseAndRate');
  const others = doses.flatMap(({ json }) =>
    Object.keys(json).filter((key) => key.startsWith('doseRange') || key.startsWith('rate')),
  );
  return { amounts: doses.flatMap((dose) => amountIn(dose, 'doseQuantity') ?? []), others: others.length };
}

function dosesValue(dosage: Fields): FieldValue | null {
  const doses = dosesOf(dosage);
  return doses.amounts.length + doses.others === 0 ? null : { kind: 'doses', ...doses };
}

/** How long the step lasts. */
export function boundOf(dosage: Fields): Amount | null {
  return amountIn(dosage.object('timing')?.object('repeat') ?? null, 'boundsDuration');
}

const ORDINARY_TIMING = new Set([
  'frequency',
  'period',
  'periodUnit',
  'when',
  'boundsDuration',
  'boundsPeriod',
]);
/** Codes for what the structure beside them says. @see HL7 v3 GTSAbbreviation */
const NIGHTLY_CODES = new Set(['BED', 'HS', 'QHS']);

/** Null where nothing is said of it. */
export function rhythmOf(dosage: Fields): Rhythm | null {
  const timing = dosage.object('timing');
  const repeat = timing?.object('repeat') ?? null;
  const codes = codesOf(timing?.concept('code') ?? null).filter((code) => !NIGHTLY_CODES.has(code));
  if (repeat === null) return codes.length === 0 ? null : { every: null, whens: [], others: [], codes };
  return {
    every: {
      frequency: repeat.number('frequency'),
      period: repeat.number('period'),
      unit: repeat.text('periodUnit'),
    },
    whens: repeat.texts('when'),
    others: Object.keys(repeat.json).filter((key) => !ORDINARY_TIMING.has(key)),
    codes,
  };
}

/** Once a day, at bedtime where a time is named. @see FHIR R4 EventTiming HS */
export function isOnceANight({ every, whens, others, codes }: Rhythm): boolean {
  return (
    isOnceADay(every) &&
    whens.every((when) => when === 'HS') &&
    whens.length < 2 &&
    others.length + codes.length === 0
  );
}

export function isOnceADay(every: Rhythm['every']): boolean {
  return every?.frequency === 1 && every.period === 1 && every.unit === 'd';
}

function rhythmValue(dosage: Fields): FieldValue | null {
  const rhythm = rhythmOf(dosage);
  return rhythm && { kind: 'rhythm', rhythm };
}

function routeOf(dosage: Fields): FieldValue | null {
  const route = dosage.concept('route');
  if (route === null) return null;
  const words = conceptWords(route) ?? '';
  const snomed = route.codings.filter(({ system }) => system === SNOMED);
  const isOral =
    snomed.length === 0
      ? /\b(mouth|oral|orally|po)\b/i.test(words)
      : snomed.every(({ code }) => code === ORAL_ROUTE);
  return isOral ? { kind: 'by-mouth' } : listValue([[...codesOf(route), words].join(' ').trim()]);
}

/** Any reason to take it as needed counts. @see FHIR R4 Dosage.asNeeded[x] */
export function isAsNeeded(dosage: Fields): boolean {
  return dosage.flag('asNeededBoolean') === true || dosage.has('asNeededCodeableConcept');
}

function highestOf(dosage: Fields): FieldValue | null {
  const highest = ratioIn(dosage.object('maxDosePerPeriod'));
  return ratiosValue(highest === null ? [] : [highest]);
}
