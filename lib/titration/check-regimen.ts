/** Whether a regimen keeps every invariant. Each fault is one R25, naming what is wrong. */

import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { countCapsules } from './count-capsules.ts';
import { doseLevels } from './dose-levels.ts';
import type { Micrograms, Regimen } from './regimen.ts';
import type { RegimenFault } from './regimen-fault.ts';
import {
  CEILING,
  HIGHEST_START,
  LARGEST_STEP,
  LATEST_START_DAYS,
  LIQUID_GRAIN,
  LONGEST_DAYS,
  LONGEST_INTERVAL_DAYS,
  LOWEST_START,
  MOST_CAPSULES_A_NIGHT,
  MOST_STRENGTHS,
  SHORTEST_INTERVAL_DAYS,
  STRONGEST_CAPSULE,
  WEAKEST_CAPSULE,
} from './regimen-limits.ts';

export interface StartLimits {
  readonly asOf: CalendarDate;
  /** First day the opioid dates of the chart allow; null where there is nothing to wait for. */
  readonly earliestStart: CalendarDate | null;
}

/**
 * Every invariant this regimen breaks, in the order of the form; empty when it may become a plan. Whether each dose can be made
 * is asked only of doses that are themselves within bounds.
 */
export function checkRegimen(regimen: Regimen, limits: StartLimits): readonly RegimenFault[] {
  const faults = [...doseFaults(regimen), ...timeFaults(regimen), ...preparationFaults(regimen)];
  return [
    ...(faults.length === 0 ? makingFaults(regimen) : faults),
    ...startDateFaults(regimen.startDate, limits),
  ];
}

function doseFaults({ start, step, ceiling }: Regimen): RegimenFault[] {
  const ofStep = outOfBounds('step', step, 1, LARGEST_STEP);
  return [
    ...outOfBounds('start', start, LOWEST_START, HIGHEST_START),
    // Lowering a dose is a new draft.
    ...(ofStep[0]?.code === 'dose-below'
      ? [{ invariant: 'step', code: 'step-not-upward', dose: step } as const]
      : ofStep),
    ...ceilingFaults(ceiling, start),
  ];
}

function outOfBounds(
  invariant: 'start' | 'step' | 'strengths',
  dose: Micrograms,
  lowest: Micrograms,
  highest: Micrograms,
): RegimenFault[] {
  if (!Number.isSafeInteger(dose)) return [notWhole(invariant, dose)];
  if (dose < lowest) return [{ invariant, code: 'dose-below', dose, limit: lowest }];
  return dose > highest ? [{ invariant, code: 'dose-above', dose, limit: highest }] : [];
}

function ceilingFaults(ceiling: Micrograms, start: Micrograms): RegimenFault[] {
  const invariant = 'ceiling';
  if (!Number.isSafeInteger(ceiling)) return [notWhole(invariant, ceiling)];
  if (ceiling > CEILING) return [{ invariant, code: 'dose-above', dose: ceiling, limit: CEILING }];
  return ceiling < start ? [{ invariant, code: 'ceiling-below-start', dose: ceiling, start }] : [];
}

function timeFaults({ intervalDays, days }: Regimen): RegimenFault[] {
  const faults: RegimenFault[] = [];
  const [shortest, longest] = [SHORTEST_INTERVAL_DAYS, LONGEST_INTERVAL_DAYS];
  if (!Number.isSafeInteger(intervalDays)) {
    faults.push({ invariant: 'interval', code: 'not-whole-days', days: finite(intervalDays) });
  } else if (intervalDays < shortest || intervalDays > longest) {
    faults.push({ invariant: 'interval', code: 'interval-outside', days: intervalDays, shortest, longest });
  }
  if (!Number.isSafeInteger(days) || days < 1) {
    faults.push({ invariant: 'days', code: 'not-whole-days', days: finite(days) });
  } else if (days > LONGEST_DAYS) {
    faults.push({ invariant: 'days', code: 'too-long', days, limit: LONGEST_DAYS });
  }
  return faults;
}

function preparationFaults({ preparation, strengths, filler }: Regimen): RegimenFault[] {
  if (preparation === 'liquid') {
    return filler === null ? [] : [{ invariant: 'filler', code: 'filler-of-liquid', filler }];
  }
  const invariant = 'strengths';
  if (strengths.length === 0) return [{ invariant, code: 'no-strength' }];
  if (strengths.length > MOST_STRENGTHS) {
    return [{ invariant, code: 'too-many-strengths', count: strengths.length, limit: MOST_STRENGTHS }];
  }
  return strengths.flatMap((strength) =>
    outOfBounds(invariant, strength, WEAKEST_CAPSULE, STRONGEST_CAPSULE),
  );
}

/** Doses that cannot be made from these capsules, or measured. */
export function makingFaults(regimen: Regimen): RegimenFault[] {
  return doseLevels(regimen).flatMap(({ dose }) => makingFault(dose, regimen));
}

function makingFault(dose: Micrograms, { preparation, strengths }: Regimen): RegimenFault[] {
  const invariant = 'strengths';
  if (preparation === 'liquid') {
    return dose % LIQUID_GRAIN === 0
      ? []
      : [{ invariant, code: 'not-measurable', dose, grain: LIQUID_GRAIN }];
  }
  return countCapsules(dose, strengths) !== null
    ? []
    : [{ invariant, code: 'no-sum-of-capsules', dose, strengths, limit: MOST_CAPSULES_A_NIGHT }];
}

export function startDateFaults(
  startDate: CalendarDate,
  { asOf, earliestStart }: StartLimits,
): RegimenFault[] {
  const invariant = 'start-date';
  const faults: RegimenFault[] = [];
  if (startDate < asOf) faults.push({ invariant, code: 'start-before-check', startDate, asOf });
  if (earliestStart !== null && startDate < earliestStart) {
    faults.push({ invariant, code: 'start-before-earliest', startDate, earliest: earliestStart });
  }
  if (startDate > addDays(asOf, LATEST_START_DAYS)) {
    faults.push({ invariant, code: 'start-too-far', startDate, asOf, limit: LATEST_START_DAYS });
  }
  return faults;
}

function notWhole(invariant: 'start' | 'step' | 'ceiling' | 'strengths', dose: Micrograms): RegimenFault {
  return { invariant, code: 'not-whole-micrograms', dose: finite(dose) };
}

/** JSON knows no number that is none. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
