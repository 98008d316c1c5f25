/**
 * Every dose anyone reads is printed here: generic name first, a space before the unit, a leading zero, no trailing zero, never two
 * numerals together, millilitres only beside milligrams and the concentration.
 */
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { CapsuleCount, Phase, SupplyLine } from '#lib/titration/titration-plan.ts';

/** The only liquid this app knows: one 50 mg tablet made up to 100 mL. */
export const LIQUID_CONCENTRATION = '0.5 mg/mL';

const WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/** "1.5 mg", "0.5 mg", "3 mg". */
export function milligrams(dose: Micrograms): string {
  return `${dose / 1000} mg`;
}

/** "3 mL", "0.5 mL". */
export function millilitres(tenthsOfMl: number): string {
  return `${tenthsOfMl / 10} mL`;
}

/** A small count in words, so that it cannot run into a strength: "two 1.5 mg capsules". */
export function countInWords(count: number): string {
  return WORDS[count] ?? `${count} x`;
}

/** "two 1.5 mg capsules" */
export function capsulesText({ strength, count }: CapsuleCount): string {
  return `${countInWords(count)} ${milligrams(strength)} ${count === 1 ? 'capsule' : 'capsules'}`;
}

/** What to take at one bedtime: "one 1.5 mg capsule and one 0.5 mg capsule", "1.5 mg = 3 mL of the 0.5 mg/mL liquid". */
export function unitsText({
  dose,
  capsules,
  tenthsOfMl,
}: Pick<Phase, 'dose' | 'capsules' | 'tenthsOfMl'>): string {
  return capsules === null ? volumeText({ dose, tenthsOfMl }) : inWords(capsules.map(capsulesText));
}

/** "1.5 mg = 3 mL of the 0.5 mg/mL liquid" */
export function volumeText({ dose, tenthsOfMl }: Pick<Phase, 'dose' | 'tenthsOfMl'>): string {
  return `${milligrams(dose)} = ${millilitres(tenthsOfMl ?? 0)} of the ${LIQUID_CONCENTRATION} liquid`;
}

/** "naltrexone 1.5 mg capsule" */
export function supplyItem({ item, strength }: SupplyLine): string {
  return `naltrexone ${milligrams(strength)} ${item}`;
}

/** "a", "a and b", "a, b and c" */
export function inWords(parts: readonly string[], joint: 'and' | 'or' = 'and'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${joint} ${parts.at(-1)}`;
}
