/** The steps of one order as the EHR holds it now. What cannot be read for certain is not read: nobody takes a guessed dose. */
import type { Fields } from '#lib/fhir/fields.ts';
import { holdsWords, type SaidInSteps } from '#lib/order/draft/order-words.ts';
import { boundOf, dosesOf, isAsNeeded, isOnceANight, rhythmOf } from '#lib/order/verify/dosage-fields.ts';
import { type Amount, modifierOf } from '#lib/order/verify/field-value.ts';
import { strengthIn } from '#lib/order/verify/stored-request.ts';
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

export interface UnreadSteps {
  readonly why: UnreadReason;
  /** The step it is about; null where it is about the order. */
  readonly step: number | null;
}

export interface StoredStep {
  readonly sequence: number;
  /** What this order adds to the dose of a night. */
  readonly dose: Micrograms;
  readonly nights: number;
}

/** The steps in the order in which they stand, each with what this order alone gives; or the first reason not to follow them. */
export function storedSteps(request: Fields, said: SaidInSteps): readonly StoredStep[] | UnreadSteps {
  if (request.flag('doNotPerform') === true || modifierOf(request) !== null) {
    return { why: 'modified', step: null };
  }
  const dosages = request.objects('dosageInstruction');
  if (dosages.length === 0) return { why: 'no-steps', step: null };
  const steps: StoredStep[] = [];
  const strength = strengthIn(request);
  for (const dosage of dosages) {
    const sequence = dosage.number('sequence') ?? (dosages.length === 1 ? 1 : null);
    if (sequence === null) return { why: 'numbering', step: null };
    const step = storedStep(dosage, { sequence, strength }, said);
    if ('why' in step) return step;
    steps.push(step);
  }
  return steps;
}

function storedStep(
  dosage: Fields,
  { sequence, strength }: { readonly sequence: number; readonly strength: Micrograms | null },
  said: SaidInSteps,
): StoredStep | UnreadSteps {
  if (modifierOf(dosage) !== null) return { why: 'modified', step: sequence };
  const rhythm = rhythmOf(dosage);
  if (rhythm === null || !isOnceANight(rhythm) || isAsNeeded(dosage))
    return { why: 'rhythm', step: sequence };
  const nights = nightsIn(boundOf(dosage));
  if (nights === null) return { why: 'nights', step: sequence };
  const dose = doseIn(dosesOf(dosage));
  if (dose === null) return { why: 'dose', step: sequence };

  // An EHR may keep a text of ours and change what stands beside it; of a text that somebody else wrote nothing is asked.
  const text = dosage.text('text') ?? '';
  const isOurs = said.ours.some((part) => text.includes(part));
  const agrees =
    holdsWords(text, said.nights(nights)) && said.dose(dose, strength).some((part) => holdsWords(text, part));
  return isOurs && !agrees ? { why: 'text', step: sequence } : { sequence, dose, nights };
}

/** Where the EHR gives no code of UCUM, its own word. */
const NIGHTS_IN: ReadonlyMap<string, number> = new Map([
  ['d', 1],
  ['day', 1],
  ['days', 1],
  ['wk', 7],
  ['week', 7],
  ['weeks', 7],
]);

/** 14 days and 2 weeks are 14; null where it is no whole number of nights. */
export function nightsIn(bound: Amount | null): number | null {
  if (bound === null) return null;
  const nights = bound.value * (NIGHTS_IN.get(bound.unit) ?? 0);
  return Number.isInteger(nights) && nights > 0 ? nights : null;
}

/** One dose in milligrams, and nothing beside it. */
function doseIn({ amounts: [only, ...more], others }: ReturnType<typeof dosesOf>): Micrograms | null {
  if (only === undefined || more.length + others > 0 || only.unit !== 'mg') return null;
  const dose = micrograms(only.value);
  return Number.isInteger(dose) && dose > 0 ? dose : null;
}
