/** What is compared of one dosage of a draft. */
import { codesOf, type Fields } from '#lib/fhir/fields.ts';
import { ORAL_ROUTE, SNOMED } from '#lib/order/draft/draft-shape.ts';
import { type ComparedField, listed, modifierOf, quantityIn, ratioOf } from './field-words.ts';

export const STEP_FIELDS: readonly ComparedField[] = [
  { field: 'dose', serious: 'changed', read: doseOf },
  { field: 'nights', serious: 'changed', read: nightsOf },
  { field: 'time', serious: 'changed', read: timeOf },
  { field: 'route', serious: 'changed', read: routeOf },
  { field: 'as needed', serious: 'changed', read: asNeededOf },
  { field: 'modifier of the EHR', serious: 'changed', read: modifierOf },
  { field: 'text', serious: 'never', read: (dosage) => dosage.text('text') },
  {
    field: 'instruction to the patient',
    serious: 'never',
    read: (dosage) => dosage.text('patientInstruction'),
  },
  { field: 'highest daily dose', serious: 'never', read: highestOf },
];

export function doseOf(dosage: Fields): string | null {
  return listed(
    dosage.objects('doseAndRate').flatMap((dose) => {
      const others = Object.keys(dose.json).filter(
        (key) => key.startsWith('doseRange') || key.startsWith('rate'),
      );
      return [quantityIn(dose, 'doseQuantity') ?? [], ...others.map(() => 'another dose or rate')].flat();
    }),
  );
}

export function nightsOf(dosage: Fields): string | null {
  return quantityIn(dosage.object('timing')?.object('repeat') ?? null, 'boundsDuration');
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

export function timeOf(dosage: Fields): string | null {
  const timing = dosage.object('timing');
  const repeat = timing?.object('repeat') ?? null;
  const codes = codesOf(timing?.concept('code') ?? null).filter((code) => !NIGHTLY_CODES.has(code));
  const words = [...(repeat === null ? [] : repeatWords(repeat)), ...codes.map((code) => `"${code}"`)];
  return words.length === 0 ? null : words.join(' ');
}

function repeatWords(repeat: Fields): string[] {
  const [frequency, period, unit] = [
    repeat.number('frequency'),
    repeat.number('period'),
    repeat.text('periodUnit'),
  ];
  const every =
    frequency === 1 && period === 1 && unit === 'd' ? 'once a day' : `${frequency} in ${period} ${unit}`;
  const whens = repeat.texts('when').map((when) => (when === 'HS' ? 'at bedtime' : when));
  // Days of the week, times of the day, a count: any of them makes it another rhythm.
  const others = Object.keys(repeat.json).filter((key) => !ORDINARY_TIMING.has(key));
  return [every, ...whens, ...others.map((key) => `with ${key}`)];
}

function routeOf(dosage: Fields): string | null {
  const route = dosage.concept('route');
  if (route === null) return null;
  const words = route.text ?? route.codings[0]?.display ?? '';
  const snomed = route.codings.filter(({ system }) => system === SNOMED);
  const isOral =
    snomed.length === 0
      ? /\b(mouth|oral|orally|po)\b/i.test(words)
      : snomed.every(({ code }) => code === ORAL_ROUTE);
  return isOral ? 'by mouth' : [...codesOf(route), words].join(' ').trim();
}

export function asNeededOf(dosage: Fields): string {
  return dosage.flag('asNeededBoolean') === true || dosage.has('asNeededCodeableConcept') ? 'yes' : 'no';
}

function highestOf(dosage: Fields): string | null {
  return ratioOf(dosage.object('maxDosePerPeriod'));
}
