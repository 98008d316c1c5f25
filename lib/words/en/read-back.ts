/** The comparison of what was sent and what the EHR holds, field by field, and one sentence over it. */
import { NALTREXONE, NALTREXONE_50_MG_TABLET } from '#lib/order/draft/draft-shape.ts';
import { isOnceADay, type StepField } from '#lib/order/verify/dosage-fields.ts';
import type { RequestField } from '#lib/order/verify/draft-fields.ts';
import type { Amount, FieldValue, Ratio, Rhythm } from '#lib/order/verify/field-value.ts';
import type { CheckedField, VerifiedDraft, VerifiedRequest } from '#lib/order/verify/verify-draft.ts';
import { calendarDate } from '#lib/time/calendar-date.ts';
import { screenDate } from './dates.ts';
import { inWords } from './dose.ts';

export const READ_BACK_WORDS: Readonly<Record<VerifiedDraft['state'], string>> = {
  kept: 'Every field is in the chart exactly as it was sent.',
  differs:
    'Drug and dose are as they were sent, but some other fields are not. Check the fields marked below when you sign.',
  serious:
    'The EHR holds something other than what was sent. Do not sign this draft as it is: correct or cancel it in the EHR.',
  'not-read': 'The draft could not be read back in full. Look at it in the EHR before you sign.',
};

/** In place of the words of a written draft where the EHR holds something seriously else. */
export const NOT_AS_SENT = {
  title: 'Draft in chart, not as it was sent',
  meaning: 'Signed as it stands, it could give the patient another drug or dose than planned.',
  steps: ['Cancel it in the EHR, or correct there what is marked below. Until then nobody should sign it.'],
} as const;

/** The same of an order that is no longer a draft: somebody may be taking it. */
export const NOT_AS_SENT_AND_SIGNED = {
  title: 'Order in chart, not as it was sent',
  meaning: 'The patient may be getting another drug or dose than was planned here.',
  steps: [
    'Unless what is marked below was intended: hold the order in the EHR, and contact the patient and the pharmacy today.',
  ],
} as const;

/** "38 fields stand as they were sent" */
export function keptFields(count: number): string {
  return count === 1 ? '1 field is as it was sent' : `${count} fields are as they were sent`;
}

const REQUEST_FIELDS: Readonly<Record<RequestField | 'added-step', string>> = {
  status: 'Status',
  patient: 'Patient',
  drug: 'Drug',
  'drug-code': 'Drug code',
  'capsule-strength': 'Capsule strength',
  form: 'Form',
  'do-not-perform': 'Not to be given',
  reported: 'Reported by somebody else',
  modifier: 'Modifier of the EHR',
  'first-night': 'First night',
  'steps-in-all': 'Steps of the whole titration',
  intent: 'Intent',
  category: 'Category',
  'written-on': 'Written on',
  prescriber: 'Prescriber',
  encounter: 'Encounter',
  reason: 'Reason',
  'judged-on': 'Judged on',
  quantity: 'Quantity',
  'days-of-supply': 'Days of supply',
  course: 'Course of therapy',
  follows: 'Order before it',
  repeats: 'Repeats',
  notes: 'Notes',
  identifier: 'Our identifier',
  group: 'Group of the strengths',
  'number-of-steps': 'Number of steps',
  'added-step': 'Step of the EHR',
};

const STEP_FIELDS: Readonly<Record<StepField, string>> = {
  dose: 'dose',
  nights: 'nights',
  time: 'time',
  route: 'route',
  'as-needed': 'as needed',
  modifier: 'modifier of the EHR',
  text: 'text',
  'patient-instruction': 'instruction to the patient',
  'highest-daily-dose': 'highest daily dose',
};

/** "Status", "Step 2 dose" */
export function checkedFieldWords(field: CheckedField): string {
  if (field.name in REQUEST_FIELDS && field.step === null)
    return REQUEST_FIELDS[field.name as RequestField | 'added-step'];
  return `Step ${field.step} ${STEP_FIELDS[field.name as StepField]}`;
}

const DRUG_CODES: ReadonlyMap<string, string> = new Map([
  [NALTREXONE, 'naltrexone'],
  [NALTREXONE_50_MG_TABLET, 'naltrexone 50 mg tablet'],
]);

/** A value that is compared, as a person reads it; null where nothing is there. */
export function fieldValueWords(value: FieldValue | null): string {
  switch (value?.kind) {
    case undefined:
      return 'nothing';
    case 'text':
      return value.text === '' ? 'without text' : value.text;
    case 'list':
      return inWords(value.texts);
    case 'flag':
      return value.on ? 'yes' : 'no';
    case 'count':
      return String(value.count);
    case 'day': {
      const day = calendarDate(value.day);
      return day === null ? value.day : screenDate(day);
    }
    case 'amount':
      return amountWords(value.amount);
    case 'ratios':
      return inWords(value.ratios.map(ratioWords));
    case 'doses':
      return inWords([
        ...value.amounts.map(amountWords),
        ...Array.from({ length: value.others }, () => 'another dose or rate'),
      ]);
    case 'rhythm':
      return rhythmWords(value.rhythm);
    case 'by-mouth':
      return 'by mouth';
    case 'drug-codes':
      return inWords(value.codes.map((code) => [code, DRUG_CODES.get(code)].filter(Boolean).join(' ')));
    case 'modifier':
      return 'an extension that may change the meaning';
  }
}

/** One and several of a unit; of any other its code stands. */
const UNITS: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ['d', ['day', 'days']],
  ['wk', ['week', 'weeks']],
  ['{capsule}', ['capsule', 'capsules']],
  ['{tablet}', ['tablet', 'tablets']],
]);

function amountWords({ value, unit }: Amount): string {
  const [one, several] = UNITS.get(unit) ?? [unit, unit];
  return `${value} ${value === 1 ? one : several}`.trim();
}

/** "4.5 mg in 1 day" */
function ratioWords({ of, in: per }: Ratio): string {
  return per === null ? amountWords(of) : `${amountWords(of)} in ${amountWords(per)}`;
}

/** "once a day at bedtime" */
function rhythmWords({ every, whens, others, codes }: Rhythm): string {
  const often =
    every === null
      ? []
      : [
          isOnceADay(every)
            ? 'once a day'
            : [every.frequency ?? '?', 'in', every.period ?? '?', every.unit ?? '?'].join(' '),
        ];
  return [
    ...often,
    ...whens.map((when) => (when === 'HS' ? 'at bedtime' : when)),
    ...others.map((other) => `with ${other}`),
    ...codes.map((code) => `"${code}"`),
  ].join(' ');
}

/** Why a draft could not be read back, to stand inside a sentence. */
export function notReadWords(why: NonNullable<VerifiedRequest['notRead']>): string {
  switch (why.code) {
    case 'no-address':
      return 'the EHR named no address for it';
    case 'another-resource':
      return 'the EHR answered with something else';
    case 'no-answer':
      return `no answer (${why.silence})`;
    case 'http':
      return `the EHR answered HTTP ${why.status}`;
    case 'not-found':
      return 'it was not found in the EHR';
  }
}
