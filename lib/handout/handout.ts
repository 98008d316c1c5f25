/** What stands on the patient's own sheet, from the plan alone: the doses by its weeks, and the boxes in their order with their facts. */
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { Batch, Hold, Phase, SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';

/** A dose and the weeks of the whole plan that it covers, counted from 1. */
export interface WeeksOfDose {
  readonly firstWeek: number;
  readonly lastWeek: number;
  readonly phase: Phase;
}

export type HandoutBox =
  | { readonly code: 'capsules'; readonly supply: readonly SupplyLine[] }
  | { readonly code: 'liquid'; readonly bottles: readonly Batch[] }
  | { readonly code: 'side-effects' | 'stop' | 'missed' }
  /** `holds`: the operations that are known, which stand before what holds for every one. */
  | { readonly code: 'surgery'; readonly holds: readonly Hold[] };

export interface Handout {
  readonly doses: readonly WeeksOfDose[];
  /** The dose that the plan ends with and nobody goes above; null where it has none. */
  readonly highest: Micrograms | null;
  readonly boxes: readonly HandoutBox[];
}

function weeksOfDoses(phases: readonly Phase[]): readonly WeeksOfDose[] {
  let night = 0;
  return phases.map((phase) => {
    const firstWeek = Math.floor(night / 7) + 1;
    night += phase.nights;
    return { firstWeek, lastWeek: Math.max(firstWeek, Math.ceil(night / 7)), phase };
  });
}

/** POLICY: at least 72 hours before surgery, a missed night is left out, more than 14 missed nights start over. */
export function handout({ regimen, phases, supply, batches, holds = [] }: TitrationPlan): Handout {
  return {
    doses: weeksOfDoses(phases),
    highest: phases.at(-1)?.dose ?? null,
    boxes: [
      regimen.preparation === 'capsules'
        ? { code: 'capsules', supply }
        : { code: 'liquid', bottles: batches },
      { code: 'side-effects' },
      { code: 'stop' },
      { code: 'missed' },
      { code: 'surgery', holds },
    ],
  };
}
