/** The dosages of one draft: structure and text of each step, from the same phase of the plan. */

import { SNOMED, UCUM } from '#lib/fhir/code-systems.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { type DraftDosage, ORAL_ROUTE } from './draft-shape.ts';
import { type OrderStep, orderSteps } from './order-steps.ts';
import type { OrderWords } from './order-words.ts';

/** The steps this strength has a part in, numbered as in the whole titration. How the liquid is made stands on the first. @see FHIR R4 Dosage */
export function dosagesOf(
  plan: TitrationPlan,
  strength: Micrograms | null,
  words: Pick<OrderWords, 'stepTexts' | 'liquidPreparation'>,
): DraftDosage[] {
  const texts = new Map(words.stepTexts(plan, strength).map(({ sequence, text }) => [sequence, text]));
  return orderSteps(plan, strength).map((step, index) => ({
    ...dosageOf(step, texts.get(step.phase.sequence) ?? ''),
    ...(strength === null && index === 0 ? { patientInstruction: words.liquidPreparation(plan) } : {}),
  }));
}

function dosageOf({ phase, own }: OrderStep, text: string): DraftDosage {
  return {
    sequence: phase.sequence,
    text,
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
    doseAndRate: [{ doseQuantity: milligramQuantity(own) }],
    maxDosePerPeriod: {
      numerator: { ...milligramQuantity(CEILING), value: 4.5 },
      denominator: { ...quantity(1, 'd', 'd'), value: 1 },
    },
  };
}

/** @see FHIR R4 SimpleQuantity, in UCUM */
export function quantity<Unit extends string, Code extends string>(value: number, unit: Unit, code: Code) {
  return { value, unit, system: UCUM, code } as const;
}

export function milligramQuantity(dose: Micrograms) {
  return quantity(dose / 1000, 'mg', 'mg');
}
