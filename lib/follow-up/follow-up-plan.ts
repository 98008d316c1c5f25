/** The draft that a response offers, as a plan: in the preparation the patient has, or another that the prescriber chose. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { StartLimits } from '#lib/titration/check-regimen.ts';
import type { Continuation } from '#lib/titration/continuation.ts';
import { doseLevels } from '#lib/titration/dose-levels.ts';
import { proposeContinuation, strengthsFor } from '#lib/titration/propose-continuation.ts';
import { PRESETS } from '#lib/titration/propose-regimen.ts';
import { type Proposal, proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Filler, Micrograms, Preparation, Regimen } from '#lib/titration/regimen.ts';
import { CEILING, LARGEST_STEP } from '#lib/titration/regimen-limits.ts';
import type { OfferedDraft, Response, ResponseFacts } from './response.ts';

export interface FollowUpChoices {
  readonly preparation: Preparation;
  /** Null: what makes the doses of this plan in one order. */
  readonly strengths: readonly Micrograms[] | null;
  readonly filler: Filler | null;
  /** Null: as early as it may. */
  readonly firstNight: CalendarDate | null;
  /** Of a maintenance, as the site allows. */
  readonly repeats: number;
}

/** @returns null where this response offers no draft. */
export function followUpPlan(
  { draft, facts }: Response,
  choices: FollowUpChoices,
  limits: StartLimits,
): Proposal | null {
  if (draft === null || facts.currentDose === null) return null;
  const continues = continuationOf(draft, facts, choices);
  const regimen = regimenOf(draft, choices, firstNightOf(draft, choices, limits));
  if (draft.kind !== 'restart') return proposeContinuation(regimen, continues, limits);
  const proposal = proposeTitration(regimen, limits);
  return 'faults' in proposal ? proposal : { plan: { ...proposal.plan, continues } };
}

function firstNightOf(
  { firstNight }: OfferedDraft,
  choices: FollowUpChoices,
  { earliestStart }: StartLimits,
): CalendarDate {
  if (choices.firstNight !== null) return choices.firstNight;
  return earliestStart !== null && earliestStart > firstNight ? earliestStart : firstNight;
}

function continuationOf(
  draft: OfferedDraft,
  facts: ResponseFacts,
  { repeats }: FollowUpChoices,
): Continuation {
  const { measure, baseline, latest, reliefPercent, currentDose, lastNight } = facts;
  const day = latest?.day ?? null;
  const isKnown =
    measure !== null && baseline !== null && latest !== null && reliefPercent !== null && day !== null;
  return {
    kind: draft.kind,
    follows: draft.follows,
    lastNight,
    taken: currentDose ?? draft.dose,
    scores: [baseline, latest].flatMap((score) => score?.source ?? []),
    relief: isKnown
      ? { measure, baseline: baseline.score, latest: latest.score, percent: reliefPercent, on: day }
      : null,
    repeats: draft.kind === 'maintenance' ? repeats : 0,
  };
}

function regimenOf(draft: OfferedDraft, choices: FollowUpChoices, startDate: CalendarDate): Regimen {
  const { preparation, filler } = choices;
  const course = courseOf(draft);
  const doses = doseLevels({ ...course, preparation, strengths: [], filler: null }).map(({ dose }) => dose);
  const strengths = preparation === 'liquid' ? [] : (choices.strengths ?? strengthsFor(doses));
  return { ...course, preparation, strengths, startDate, filler: preparation === 'liquid' ? null : filler };
}

type Course = Pick<Regimen, 'start' | 'step' | 'intervalDays' | 'ceiling' | 'days'>;

function courseOf({ kind, dose, days }: OfferedDraft): Course {
  const { step, intervalDays } = PRESETS.standard;
  if (kind === 'restart') return { start: dose, step, intervalDays, ceiling: CEILING, days };
  if (kind !== 'step') return { start: dose, step, intervalDays, ceiling: dose, days };
  const steps = Math.ceil((CEILING - dose) / LARGEST_STEP);
  return { start: dose, step, intervalDays, ceiling: CEILING, days: days + steps * intervalDays };
}
