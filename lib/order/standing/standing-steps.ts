/** The steps of one order as the EHR holds it now. What cannot be read for certain is not read: nobody takes a guessed dose. */
import type { Fields } from '#lib/fhir/fields.ts';
import { asNeededOf, doseOf, nightsOf, timeOf } from '#lib/order/verify/dosage-fields.ts';
import { modifierOf } from '#lib/order/verify/field-words.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';

/** Why the steps of an order cannot be followed night by night. */
export type UnreadReason =
  | 'not-read'
  | 'drug'
  | 'modified'
  | 'no-steps'
  | 'numbering'
  | 'dose'
  | 'nights'
  | 'rhythm'
  | 'text'
  | 'strengths'
  | 'states'
  | 'supply'
  | 'above-ceiling';

export interface Unread {
  readonly why: UnreadReason;
  /** The step it is about; null where it is about the order. */
  readonly step: number | null;
}

export interface StoredStep {
  readonly sequence: number;
  /** What this order adds to the dose of a night. */
  readonly dose: Micrograms;
  readonly nights: number;
  /** What the step's own text says, where it is still the text of this app: `dose` with all orders taken together. */
  readonly said: { readonly steps: number; readonly dose: Micrograms } | null;
}

/** Once a night: nothing else can be counted in nights. */
const NIGHTLY: ReadonlySet<string | null> = new Set(['once a day at bedtime', 'once a day']);

export function storedSteps(request: Fields): readonly StoredStep[] | Unread {
  if (request.flag('doNotPerform') === true || modifierOf(request) !== null) {
    return { why: 'modified', step: null };
  }
  const dosages = request.objects('dosageInstruction');
  if (dosages.length === 0) return { why: 'no-steps', step: null };
  const steps: StoredStep[] = [];
  for (const dosage of dosages) {
    const sequence = dosage.number('sequence') ?? (dosages.length === 1 ? 1 : null);
    if (sequence === null) return { why: 'numbering', step: null };
    const step = storedStep(dosage, sequence);
    if ('why' in step) return step;
    steps.push(step);
  }
  return steps;
}

function storedStep(dosage: Fields, sequence: number): StoredStep | Unread {
  if (modifierOf(dosage) !== null) return { why: 'modified', step: sequence };
  if (!NIGHTLY.has(timeOf(dosage)) || asNeededOf(dosage) === 'yes') return { why: 'rhythm', step: sequence };
  const nights = nightsIn(nightsOf(dosage));
  if (nights === null) return { why: 'nights', step: sequence };
  const dose = doseIn(doseOf(dosage));
  if (dose === null) return { why: 'dose', step: sequence };

  const said = saidIn(dosage.text('text') ?? '');
  if (said !== null && (said.sequence !== sequence || said.part !== dose || said.nights !== nights)) {
    return { why: 'text', step: sequence };
  }
  return { sequence, dose, nights, said: said && { steps: said.steps, dose: said.dose } };
}

/** "14 days" and "2 weeks" are 14. */
export function nightsIn(words: string | null): number | null {
  const [, count, unit] = /^(\d+) (day|week)s?$/.exec(words ?? '') ?? [];
  const nights = Number(count) * (unit === 'week' ? 7 : 1);
  return nights > 0 ? nights : null;
}

function doseIn(words: string | null): Micrograms | null {
  const [, amount] = /^([\d.]+) mg$/.exec(words ?? '') ?? [];
  const dose = micrograms(Number(amount));
  return Number.isInteger(dose) && dose > 0 ? dose : null;
}

/** @see stepText, whose words these are */
const STEP_TEXT =
  /\bStep (?<sequence>\d+) of (?<steps>\d+), [^:]{0,200}: take naltrexone (?<part>[\d.]{1,8}) mg (?:.{0,200}? (?<dose>[\d.]{1,8}) mg in all,)?.{0,200}? for (?<nights>\d+) nights?\b/;

/** An EHR may keep a text and change what stands beside it, or keep one step of three. */
function saidIn(text: string) {
  const groups = STEP_TEXT.exec(text)?.groups;
  if (groups === undefined) return null;
  const { sequence, steps, part, dose, nights } = groups;
  return {
    sequence: Number(sequence),
    steps: Number(steps),
    part: micrograms(Number(part)),
    dose: micrograms(Number(dose ?? part)),
    nights: Number(nights),
  };
}
