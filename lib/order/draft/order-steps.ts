/**
 * What one order gives of a plan, step by step: its own part of each dose, its own nights and its own first night. Of several strengths an
 * order may pause between two of its steps.
 */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { CapsuleCount, Phase, TitrationPlan } from '#lib/titration/titration-plan.ts';

export interface OrderStep {
  readonly phase: Phase;
  /** What this order adds to the dose of a night. */
  readonly own: Micrograms;
  /** The capsules of this order in one night; null for the liquid. */
  readonly capsules: CapsuleCount | null;
  /** What other orders add to the dose of the same night. */
  readonly beside: readonly CapsuleCount[];
  /** Counted from the first night of the whole plan, which is 1. */
  readonly firstNight: number;
  /** It is taken from the night after the last step of this order, or from night 1. */
  readonly goesOn: boolean;
}

/** The steps this strength has a part in. `strength`: the capsule of the order; null for the liquid. */
export function orderSteps(
  { phases }: Pick<TitrationPlan, 'phases'>,
  strength: Micrograms | null,
): readonly OrderStep[] {
  const steps: OrderStep[] = [];
  let night = 1;
  let free = 1;
  for (const phase of phases) {
    const capsules = phase.capsules?.find((counted) => counted.strength === strength) ?? null;
    const own = phase.capsules === null ? phase.dose : capsules === null ? 0 : strengthTimes(capsules);
    if (own > 0) {
      const beside = phase.capsules?.filter((counted) => counted.strength !== strength) ?? [];
      steps.push({ phase, own, capsules, beside, firstNight: night, goesOn: night === free });
      free = night + phase.nights;
    }
    night += phase.nights;
  }
  return steps;
}

export function strengthTimes({ strength, count }: CapsuleCount): Micrograms {
  return strength * count;
}

/** The nights on which something of this order is taken: its own supply, not that of the whole plan. */
export function ownNights(plan: Pick<TitrationPlan, 'phases'>, strength: Micrograms | null): number {
  return orderSteps(plan, strength).reduce((sum, { phase }) => sum + phase.nights, 0);
}

/** The first night on which something of this order is taken. */
export function firstNightOf(plan: TitrationPlan, strength: Micrograms | null): CalendarDate {
  return orderSteps(plan, strength)[0]?.phase.from ?? plan.regimen.startDate;
}
