/** The plan of what follows an order, within the limits of its kind. @see Continuation */
import { addDays, type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import { makingFaults, type StartLimits, startDateFaults } from './check-regimen.ts';
import type { Continuation } from './continuation.ts';
import { countCapsules } from './count-capsules.ts';
import { layOut, type Proposal } from './propose-titration.ts';
import type { Micrograms, Regimen } from './regimen.ts';
import type { RegimenFault } from './regimen-fault.ts';
import { CEILING, LARGEST_STEP, LONGEST_DAYS, LOWEST_START } from './regimen-limits.ts';

/** POLICY: a maintenance is looked at again after three months: loss of benefit is common. */
export const LONGEST_MAINTENANCE_DAYS = 90;
/** POLICY: what a site may allow at the most. */
export const MOST_REPEATS = 3;

/** The plan of what follows, or the faults that stand in its way. Two orders are never in force in one night. */
export function proposeContinuation(
  regimen: Regimen,
  continues: Continuation,
  limits: StartLimits,
): Proposal {
  const faults = continuationFaults(regimen, continues, limits);
  return faults.length > 0 ? { faults } : { plan: { ...layOut(regimen), continues } };
}

/** First night on which it may begin. */
function nightAfter({ lastNight }: Pick<Continuation, 'lastNight'>): CalendarDate | null {
  return lastNight === null ? null : addDays(lastNight, 1);
}

function continuationFaults(
  regimen: Regimen,
  continues: Continuation,
  { asOf, earliestStart }: StartLimits,
): readonly RegimenFault[] {
  const faults = [...doseFaults(regimen, continues), ...daysFaults(regimen, continues)];
  const earliest = latest([earliestStart, nightAfter(continues)].filter((day) => day !== null));
  return [
    ...(faults.length === 0 ? makingFaults(regimen) : faults),
    ...startDateFaults(regimen.startDate, { asOf, earliestStart: earliest }),
  ];
}

/** Never above 4.5 mg, never more than a step above what is taken; only a next part goes above it at all. */
function doseFaults({ start, ceiling }: Regimen, { kind, taken }: Continuation): readonly RegimenFault[] {
  const most = kind === 'step' ? Math.min(taken + LARGEST_STEP, CEILING) : Math.min(taken, CEILING);
  const bounds = (dose: Micrograms): RegimenFault[] => {
    if (!Number.isSafeInteger(dose))
      return [{ invariant: 'start', code: 'not-whole-micrograms', dose: null }];
    if (dose < LOWEST_START) return [{ invariant: 'start', code: 'dose-below', dose, limit: LOWEST_START }];
    return dose > most ? [{ invariant: 'start', code: 'dose-above', dose, limit: most }] : [];
  };
  const highest = kind === 'step' ? CEILING : start;
  const above: RegimenFault[] =
    ceiling > highest ? [{ invariant: 'ceiling', code: 'dose-above', dose: ceiling, limit: highest }] : [];
  return [...bounds(start), ...above];
}

function daysFaults({ days }: Regimen, { kind }: Continuation): readonly RegimenFault[] {
  const limit = kind === 'maintenance' ? LONGEST_MAINTENANCE_DAYS : LONGEST_DAYS;
  if (!Number.isSafeInteger(days) || days < 1)
    return [{ invariant: 'days', code: 'not-whole-days', days: null }];
  return days > limit ? [{ invariant: 'days', code: 'too-long', days, limit }] : [];
}

/** What a pharmacy makes most, the strength of the standard schedule first. */
const MADE: readonly Micrograms[] = [1500, 500, 1000, 250];

/** One strength that makes each of these doses, so that it is one order; two where none does, else one capsule a night. */
export function strengthsFor(doses: readonly Micrograms[]): readonly Micrograms[] {
  const makes = (strengths: readonly Micrograms[]) =>
    doses.every((dose) => countCapsules(dose, strengths) !== null);
  const sets = [...MADE.map((strength) => [strength]), [500, 1500]];
  return sets.find(makes) ?? [...new Set(doses)];
}
