/** The dosages of one draft: structure and text of each step, from the same phase of the plan. */

import type { Micrograms } from '#lib/titration/regimen.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import type { Phase, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { type DraftDosage, ORAL_ROUTE, SNOMED, UCUM } from './draft-shape.ts';
import { LONGEST_SIG, type OrderWords } from './order-words.ts';

/** The steps this strength has a part in, numbered as in the whole titration. @see FHIR R4 Dosage */
export function dosagesOf(
  plan: TitrationPlan,
  strength: Micrograms | null,
  words: OrderWords,
): DraftDosage[] {
  return plan.phases
    .filter((phase) => partOf(phase, strength) > 0)
    .map((phase, index) => {
      const instruction = patientInstruction(plan, index === 0, words);
      return {
        sequence: phase.sequence,
        text: words.stepText(plan, phase, strength),
        ...(instruction === '' ? {} : { patientInstruction: instruction }),
        timing: {
          repeat: {
            boundsDuration: quantity(phase.nights, 'd', 'd'),
            frequency: 1,
            period: 1,
            periodUnit: 'd',
            when: ['HS'],
          },
        },
        asNeededBoolean: false,
        route: {
          coding: [{ system: SNOMED, code: ORAL_ROUTE, display: 'Oral route' }],
          text: 'by mouth',
        },
        doseAndRate: [{ doseQuantity: milligramQuantity(partOf(phase, strength)) }],
        maxDosePerPeriod: {
          numerator: { ...milligramQuantity(CEILING), value: 4.5 },
          denominator: { ...quantity(1, 'd', 'd'), value: 1 },
        },
      };
    });
}

/** What of one night's dose this strength makes up. */
export function partOf({ dose, capsules }: Phase, strength: Micrograms | null): Micrograms {
  if (capsules === null) return dose;
  return capsules.reduce(
    (sum, part) => sum + (part.strength === strength ? part.strength * part.count : 0),
    0,
  );
}

/** The whole titration rides on the first step, for an EHR that keeps one; how the liquid is made on every step. */
function patientInstruction(plan: TitrationPlan, isFirst: boolean, words: OrderWords): string {
  const preparation = plan.regimen.preparation === 'liquid' ? words.liquidPreparation(plan) : '';
  if (!isFirst) return preparation;
  const opening = preparation === '' ? '' : `${preparation} `;
  return opening + words.wholeTaper(plan, LONGEST_SIG - opening.length);
}

/** @see FHIR R4 SimpleQuantity, in UCUM */
export function quantity<Unit extends string, Code extends string>(value: number, unit: Unit, code: Code) {
  return { value, unit, system: UCUM, code } as const;
}

export function milligramQuantity(dose: Micrograms) {
  return quantity(dose / 1000, 'mg', 'mg');
}
