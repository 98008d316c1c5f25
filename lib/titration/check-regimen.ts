/** Whether a regimen keeps every invariant. Each fault is one R25, naming what is wrong. */

import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { milligrams } from '#lib/words/en/dose.ts';
import { countCapsules } from './count-capsules.ts';
import { doseLevels } from './dose-levels.ts';
import type { Micrograms, Regimen } from './regimen.ts';
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

/** The field of the regimen to change. */
export type Invariant =
  | 'start'
  | 'step'
  | 'interval'
  | 'ceiling'
  | 'days'
  | 'strengths'
  | 'start-date'
  | 'filler';

export interface RegimenFault {
  readonly invariant: Invariant;
  /** "Ceiling 6 mg is above 4.5 mg." */
  readonly message: string;
}

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
  const faults: RegimenFault[] = [];
  const fault = (invariant: Invariant, message: string) => faults.push({ invariant, message });

  if (!Number.isSafeInteger(start)) fault('start', notWhole('Start', start));
  else if (start < LOWEST_START)
    fault('start', `Start ${milligrams(start)} is below ${milligrams(LOWEST_START)}.`);
  else if (start > HIGHEST_START)
    fault('start', `Start ${milligrams(start)} is above ${milligrams(HIGHEST_START)}.`);

  if (!Number.isSafeInteger(step)) fault('step', notWhole('Step', step));
  else if (step <= 0)
    fault('step', `Step ${milligrams(step)} is not above 0 mg; lowering a dose is a new draft.`);
  else if (step > LARGEST_STEP)
    fault('step', `Step ${milligrams(step)} is above ${milligrams(LARGEST_STEP)}.`);

  if (!Number.isSafeInteger(ceiling)) fault('ceiling', notWhole('Ceiling', ceiling));
  else if (ceiling > CEILING)
    fault('ceiling', `Ceiling ${milligrams(ceiling)} is above ${milligrams(CEILING)}.`);
  else if (ceiling < start)
    fault('ceiling', `Ceiling ${milligrams(ceiling)} is below the start, ${milligrams(start)}.`);
  return faults;
}

function timeFaults({ intervalDays, days }: Regimen): RegimenFault[] {
  const faults: RegimenFault[] = [];
  if (!Number.isSafeInteger(intervalDays)) {
    faults.push({
      invariant: 'interval',
      message: `Interval ${intervalDays} days is not a whole number of days.`,
    });
  } else if (intervalDays < SHORTEST_INTERVAL_DAYS || intervalDays > LONGEST_INTERVAL_DAYS) {
    const bounds = `${SHORTEST_INTERVAL_DAYS} to ${LONGEST_INTERVAL_DAYS} days`;
    faults.push({ invariant: 'interval', message: `Interval ${intervalDays} days is not within ${bounds}.` });
  }
  if (!Number.isSafeInteger(days) || days < 1) {
    faults.push({
      invariant: 'days',
      message: `Length ${days} days is not a whole number of days from 1 up.`,
    });
  } else if (days > LONGEST_DAYS) {
    faults.push({ invariant: 'days', message: `Length ${days} days is above ${LONGEST_DAYS} days.` });
  }
  return faults;
}

function preparationFaults({ preparation, strengths, filler }: Regimen): RegimenFault[] {
  if (preparation === 'liquid') {
    if (filler === null) return [];
    const why = 'the liquid is made from 50 mg tablets, whose fillers cannot be chosen';
    return [{ invariant: 'filler', message: `Filler ${filler} is for compounded capsules alone: ${why}.` }];
  }
  if (strengths.length === 0) return [{ invariant: 'strengths', message: 'No capsule strength is chosen.' }];
  if (strengths.length > MOST_STRENGTHS) {
    const message = `${strengths.length} capsule strengths are more than ${MOST_STRENGTHS}.`;
    return [{ invariant: 'strengths', message }];
  }
  return strengths.flatMap((strength): RegimenFault[] => {
    const message = strengthFault(strength);
    return message === null ? [] : [{ invariant: 'strengths', message }];
  });
}

function strengthFault(strength: Micrograms): string | null {
  if (!Number.isSafeInteger(strength)) return notWhole('Capsule strength', strength);
  if (strength < WEAKEST_CAPSULE)
    return `Capsule strength ${milligrams(strength)} is below ${milligrams(WEAKEST_CAPSULE)}.`;
  if (strength > STRONGEST_CAPSULE)
    return `Capsule strength ${milligrams(strength)} is above ${milligrams(STRONGEST_CAPSULE)}.`;
  return null;
}

function makingFaults(regimen: Regimen): RegimenFault[] {
  return doseLevels(regimen).flatMap(({ dose }): RegimenFault[] => {
    const message = makingFault(dose, regimen);
    return message === null ? [] : [{ invariant: 'strengths', message }];
  });
}

function makingFault(dose: Micrograms, { preparation, strengths }: Regimen): string | null {
  if (preparation === 'liquid') {
    const grain = `${milligrams(LIQUID_GRAIN)} (0.5 mL of the 0.5 mg/mL liquid)`;
    return dose % LIQUID_GRAIN === 0 ? null : `Dose ${milligrams(dose)} is not a multiple of ${grain}.`;
  }
  if (countCapsules(dose, strengths) !== null) return null;
  const capsules = `${strengths.map(milligrams).join(', ')} capsules`;
  return `Dose ${milligrams(dose)} is not an exact sum of at most ${MOST_CAPSULES_A_NIGHT} capsules a night from ${capsules}.`;
}

function startDateFaults(startDate: CalendarDate, { asOf, earliestStart }: StartLimits): RegimenFault[] {
  const faults: string[] = [];
  if (startDate < asOf) faults.push(`Start date ${startDate} is before ${asOf}, the day of this check.`);
  if (earliestStart !== null && startDate < earliestStart) {
    faults.push(`Start date ${startDate} is before ${earliestStart}, the earliest the opioid dates allow.`);
  }
  if (startDate > addDays(asOf, LATEST_START_DAYS)) {
    faults.push(
      `Start date ${startDate} is more than ${LATEST_START_DAYS} days after ${asOf}; check the chart again nearer the day.`,
    );
  }
  return faults.map((message) => ({ invariant: 'start-date', message }));
}

function notWhole(what: string, dose: Micrograms): string {
  const amount = Number.isFinite(dose) ? ` ${milligrams(dose)}` : '';
  return `${what}${amount} is not a whole number of micrograms.`;
}
