/** The draft that a response offers, as a plan: in the preparation the patient has, or another that the prescriber chose. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { StartLimits } from '#lib/titration/check-regimen.ts';
import type { Continuation, Relief } from '#lib/titration/continuation.ts';
import { doseLevels } from '#lib/titration/dose-levels.ts';
import { proposeContinuation, strengthsFor } from '#lib/titration/propose-continuation.ts';
import { PRESETS } from '#lib/titration/propose-regimen.ts';
import { type Proposal, proposeTitration } from '#lib/titration/propose-titration.ts';
import type { Filler, Micrograms, Preparation, Regimen } from '#lib/titration/regimen.ts';
import { CEILING, LARGEST_STEP } from '#lib/titration/regimen-limits.ts';
import { GENTLE_PRESET } from '#lib/titration/slower-preset.ts';
import type { OfferedDraft, Response, ResponseFacts } from './response.ts';

export interface FollowUpChoices {
  readonly preparation: Preparation;
  /** Null: what makes the doses of this plan in one order. */
  readonly strengths: readonly Micrograms[] | null;
  readonly filler: Filler | null;
  /** Null: as early as it may. */
  readonly firstNight: CalendarDate | null;
  /** How often a maintenance order may be filled again, as the site allows. */
  readonly repeats: number;
  /** The answers ask for a titration slower than the standard one. */
  readonly isSlower: boolean;
}

/** @returns null where this response offers no draft. */
export function followUpPlan(
  { draft, facts, insteadOf }: Response,
  choices: FollowUpChoices,
  limits: StartLimits,
): Proposal | null {
  if (draft === null || facts.currentDose === null) return null;
  const continues = {
    ...continuationOf(draft, facts, choices),
    ...(insteadOf === null ? {} : { chosen: { insteadOf: insteadOf.outcome, reason: insteadOf.reason } }),
  };
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
  const { baseline, latest, currentDose, lastNight, firstNight } = facts;
  return {
    kind: draft.kind,
    follows: draft.follows,
    lastNight,
    begins: firstNight,
    taken: currentDose ?? draft.dose,
    scores: [baseline, latest].flatMap((score) => score?.source ?? []),
    relief: reliefOf(facts),
    repeats: draft.kind === 'maintenance' ? repeats : 0,
  };
}

/** How the patient responded, in figures; null where it cannot be told. */
export function reliefOf(
  facts: Pick<ResponseFacts, 'measure' | 'baseline' | 'latest' | 'reliefPercent'>,
): Relief | null {
  const { measure, baseline, latest, reliefPercent } = facts;
  if (measure === null || baseline === null || reliefPercent === null) return null;
  if (latest === null || latest.day === null) return null;
  const [one, other] = [baseline.score, latest.score];
  return { measure, baseline: one, latest: other, percent: reliefPercent, on: latest.day };
}

function regimenOf(draft: OfferedDraft, choices: FollowUpChoices, startDate: CalendarDate): Regimen {
  const { preparation, filler } = choices;
  const course = courseOf(draft, choices);
  const doses = doseLevels({ ...course, preparation, strengths: [], filler: null }).map(({ dose }) => dose);
  const strengths = preparation === 'liquid' ? [] : (choices.strengths ?? strengthsFor(doses));
  return {
    ...course,
    preparation,
    strengths,
    startDate,
    filler: preparation === 'liquid' ? null : filler,
    // The nights follow those of the order before: they are no "not before".
    isFirstNightFixed: draft.follows.length > 0 && draft.kind !== 'restart',
  };
}

type Course = Pick<Regimen, 'start' | 'step' | 'intervalDays' | 'ceiling' | 'days'>;

function courseOf({ kind, dose, days }: OfferedDraft, { preparation, isSlower }: FollowUpChoices): Course {
  const { step, intervalDays } = PRESETS.standard;
  if (kind === 'restart' && isSlower) return PRESETS[GENTLE_PRESET[preparation]];
  if (kind === 'restart') return { start: dose, step, intervalDays, ceiling: CEILING, days };
  if (kind !== 'step') return { start: dose, step, intervalDays, ceiling: dose, days };
  const steps = Math.ceil((CEILING - dose) / LARGEST_STEP);
  return { start: dose, step, intervalDays, ceiling: CEILING, days: days + steps * intervalDays };
}
