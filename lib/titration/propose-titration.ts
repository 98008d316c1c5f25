/** Regimen -> TitrationPlan: phases with dates, what to take each night, and an exact supply. */
import { addDays } from '#lib/time/calendar-date.ts';
import { checkRegimen, type StartLimits } from './check-regimen.ts';
import { countCapsules } from './count-capsules.ts';
import { doseLevels } from './dose-levels.ts';
import { liquidBatches } from './liquid-batches.ts';
import type { Micrograms, Regimen } from './regimen.ts';
import type { RegimenFault } from './regimen-fault.ts';
import { MICROGRAMS_PER_TENTH_ML, TABLET } from './regimen-limits.ts';
import type { Phase, SupplyLine, TitrationPlan } from './titration-plan.ts';

export type Proposal = { readonly plan: TitrationPlan } | { readonly faults: readonly RegimenFault[] };

/** The plan of a regimen that keeps every invariant, or the faults that stand in its way. Never a plan with a fault. */
export function proposeTitration(regimen: Regimen, limits: StartLimits): Proposal {
  const faults = checkRegimen(regimen, limits);
  return faults.length > 0 ? { faults } : { plan: layOut(regimen) };
}

/** The plan of a regimen that has no fault. */
export function layOut(regimen: Regimen): TitrationPlan {
  const phases = layOutPhases(regimen);
  if (regimen.preparation === 'capsules') {
    return { regimen, phases, supply: capsuleSupply(phases), batches: [] };
  }
  const batches = liquidBatches(phases, regimen.startDate);
  return {
    regimen,
    phases,
    supply: [{ item: 'tablet', strength: TABLET, quantity: batches.length }],
    batches,
  };
}

function layOutPhases(regimen: Regimen): readonly Phase[] {
  let from = regimen.startDate;
  return doseLevels(regimen).map(({ dose, nights }, index): Phase => {
    const isLiquid = regimen.preparation === 'liquid';
    const phase = {
      sequence: index + 1,
      from,
      to: addDays(from, nights - 1),
      nights,
      dose,
      capsules: isLiquid ? null : countCapsules(dose, regimen.strengths),
      tenthsOfMl: isLiquid ? dose / MICROGRAMS_PER_TENTH_ML : null,
    };
    from = addDays(from, nights);
    return phase;
  });
}

/** Capsules a strength over all nights, weakest first; a chosen strength that no dose needs is not asked for. */
function capsuleSupply(phases: readonly Phase[]): readonly SupplyLine[] {
  const quantities = new Map<Micrograms, number>();
  for (const { nights, capsules } of phases) {
    for (const { strength, count } of capsules ?? []) {
      quantities.set(strength, (quantities.get(strength) ?? 0) + count * nights);
    }
  }
  return [...quantities]
    .sort(([a], [b]) => a - b)
    .map(([strength, quantity]) => ({ item: 'capsule', strength, quantity }));
}
