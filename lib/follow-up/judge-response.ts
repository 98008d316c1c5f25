/**
 * What to do at a follow-up visit. Pure. The whole safety judgement comes first: no outcome of a chart that blocks, or that was not read,
 * ever offers a draft.
 */
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { HOLD_NIGHTS } from '#lib/safety/rules/check-surgery.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { HIGHEST_START } from '#lib/titration/regimen-limits.ts';
import { DECIDE_AFTER_DAYS, DECISION_TABLE, decide, type TableRow } from './decision-table.ts';
import { NIGHTS_BEFORE_SUPPLY_ENDS } from './follow-up-dates.ts';
import type { DraftKind, OfferedDraft, OrderRuns, Outcome, Response, ResponseFacts } from './response.ts';
import { NIGHTS_TO_SPEAK } from './response-scores.ts';
import { type AtVisit, type Situation, situationOf } from './situation.ts';

/** POLICY: nights of a maintenance order; loss of benefit is common, so it is looked at again after them. */
const MAINTENANCE_NIGHTS = 90;
/** POLICY: nights at a lower dose before the next look. */
const STAY_NIGHTS = 28;
/** POLICY: nights at the highest dose of a next part, as at the end of the standard schedule. */
const LAST_STEP_NIGHTS = 28;
/** Of the standard schedule. */
const RESTART_NIGHTS = 56;

export interface Chosen {
  readonly outcome: Outcome;
  /** Why, in the prescriber's words; recorded, and decides nothing. */
  readonly reason: string;
}

/** @param chosen another outcome than the table's; one that may not be chosen here changes nothing. */
export function judgeResponse(visit: AtVisit, chosen: Chosen | null = null): Response {
  const now = situationOf(visit);
  const decided = decide(now);
  const other = chosen !== null && otherOutcomes(now, decided).includes(chosen.outcome) ? chosen : null;
  const row = other === null ? decided : rowFor(other.outcome, now);
  const dose = doseAfter(row, now);
  const timing = timingOf(row, now);
  const draft =
    dose === null || row.draft === null || 'orderRuns' in timing ? null : offered(row, now, dose, timing);
  return {
    outcome: row.outcome,
    row: row.id,
    basis: row.basis,
    dose,
    facts: factsOf(visit.judgement, row, now, timing, draft),
    contradictions: now.contradictions,
    draft,
    insteadOf: other === null ? null : { outcome: decided.outcome, row: decided.id, reason: other.reason },
  };
}

/** What a prescriber may choose instead: never past what blocks, what was not read or an operation; never a higher dose than a step. */
export function choicesAt(visit: AtVisit): readonly Outcome[] {
  const now = situationOf(visit);
  return otherOutcomes(now, decide(now));
}

const FREE: ReadonlySet<Outcome> = new Set(['lower', 'propose-stop', 'stay', 'wait', 'step']);

function otherOutcomes(now: Situation, { id, outcome }: TableRow): readonly Outcome[] {
  if (outcome === 'restart' || outcome === 'hold-for-surgery') return ['propose-stop'];
  const isFree = FREE.has(outcome) || id === 'no-scores';
  if (!isFree || now.dose === null || now.notInForce !== null) return [];
  const all: readonly Outcome[] = [
    ...(now.lowerDose === null ? [] : (['lower'] as const)),
    'stay',
    'wait',
    ...(now.nextDose === null || now.effects === 'troublesome' ? [] : (['step'] as const)),
    'propose-stop',
  ];
  return all.filter((one) => one !== outcome);
}

const ROW_OF: Readonly<Partial<Record<Outcome, string>>> = {
  lower: 'troublesome-effect',
  stay: 'responds',
  step: 'below-ceiling',
  'propose-stop': 'no-response-at-12-weeks',
};

function rowFor(outcome: Outcome, { nightsAtDose, interval }: Situation): TableRow {
  const wait = nightsAtDose < interval ? 'interval-not-over' : 'at-ceiling';
  return DECISION_TABLE.find(({ id }) => id === (ROW_OF[outcome] ?? wait)) as TableRow;
}

function doseAfter({ outcome }: TableRow, now: Situation): Micrograms | null {
  switch (outcome) {
    case 'lower':
      return now.lowerDose;
    case 'step':
      return now.nextDose;
    case 'restart':
      return Math.min(now.treatment?.steps[0]?.dose ?? HIGHEST_START, HIGHEST_START);
    default:
      return now.dose;
  }
}

type Timing = { readonly firstNight: CalendarDate } | { readonly orderRuns: OrderRuns };

/** Never two orders in force: from the night after the last one of the order before, and only from the review before its supply ends on. */
function timingOf({ outcome }: TableRow, { treatment, asOf }: Situation): Timing {
  if ((treatment?.withoutEnd.length ?? 0) > 0) return { orderRuns: { lastNight: null, draftFrom: null } };
  const last = treatment?.lastNight ?? null;
  if (last === null || last < asOf) return { firstNight: asOf };
  // What runs on gives until its last night the dose that was just found wrong.
  if (outcome === 'lower' || outcome === 'restart')
    return { orderRuns: { lastNight: last, draftFrom: null } };
  if (daysBetween(asOf, last) <= NIGHTS_BEFORE_SUPPLY_ENDS) return { firstNight: addDays(last, 1) };
  return { orderRuns: { lastNight: last, draftFrom: addDays(last, -NIGHTS_BEFORE_SUPPLY_ENDS) } };
}

function offered(
  { outcome, draft }: TableRow,
  now: Situation,
  dose: Micrograms,
  { firstNight }: { readonly firstNight: CalendarDate },
): OfferedDraft | null {
  if (draft === null || (outcome === 'step' && now.nextIsOrdered)) return null;
  const days = nightsOf(draft, outcome, now, firstNight);
  if (days < 1) return null;
  return { kind: draft, dose, days, firstNight, follows: now.followed };
}

function nightsOf(kind: DraftKind, outcome: Outcome, now: Situation, firstNight: CalendarDate): number {
  switch (kind) {
    case 'maintenance':
      return MAINTENANCE_NIGHTS;
    case 'restart':
      return RESTART_NIGHTS;
    case 'step':
      return LAST_STEP_NIGHTS;
    default:
      return outcome === 'wait' ? nightsToReview(now, firstNight) : STAY_NIGHTS;
  }
}

/** A bridge: the nights between the end of the order and the look; none where the order lasts until then, or has no end. */
function nightsToReview(now: Situation, firstNight: CalendarDate): number {
  if (now.treatment?.lastNight === null) return 0;
  const on = waitUntil(now);
  return on === null ? 0 : daysBetween(firstNight, on);
}

/** The interval at this dose, and not before a score can speak of it; once that is over, week 12. */
function waitUntil({ now, treatment, interval, nightsAtDose }: Situation): CalendarDate | null {
  if (now === null || treatment === null) return null;
  const nights = Math.max(interval, NIGHTS_TO_SPEAK);
  return nightsAtDose < nights ? addDays(now.since, nights) : addDays(treatment.begins, DECIDE_AFTER_DAYS);
}

function reviewOn({ outcome }: TableRow, now: Situation, draft: OfferedDraft | null): CalendarDate | null {
  switch (outcome) {
    case 'wait':
      return now.dose === null ? (now.treatment?.begins ?? null) : waitUntil(now);
    case 'lower':
      return addDays(draft?.firstNight ?? now.asOf, STAY_NIGHTS);
    case 'step':
      return addDays(draft?.firstNight ?? now.asOf, now.interval);
    case 'stay': {
      const last =
        draft === null ? (now.treatment?.lastNight ?? null) : addDays(draft.firstNight, draft.days - 1);
      return last === null || last < now.asOf ? null : addDays(last, -NIGHTS_BEFORE_SUPPLY_ENDS);
    }
    default:
      return null;
  }
}

function factsOf(
  judgement: Judgement,
  row: TableRow,
  now: Situation,
  timing: Timing,
  draft: OfferedDraft | null,
): ResponseFacts {
  const { scores, treatment } = now;
  const because = becauseOf(row, now);
  return {
    missing: now.missing,
    currentDose: now.dose,
    nightsAtDose: now.now === null ? null : now.nightsAtDose,
    firstNight: treatment?.begins ?? null,
    daysSinceStart: treatment === null ? null : now.daysSinceStart,
    lastNight: treatment?.lastNight ?? null,
    missedNights: now.missedNights,
    effects: now.effects,
    change: now.change,
    measure: scores?.measure ?? null,
    baseline: scores?.baseline ?? null,
    baselineBesideOpioid: scores?.baselineBesideOpioid ?? null,
    latest: scores?.latest ?? null,
    before: scores?.before ?? null,
    reliefPercent: scores?.reliefPercent ?? null,
    orders: now.overlapping.length > 0 ? now.overlapping : now.orderSources,
    because,
    opioidSinceStart:
      row.id === 'opioid-since-start' ||
      (row.id === 'blocked' && treatment !== null && judgement.opioid.verdict === 'present'),
    reviewOn: reviewOn(row, now, draft),
    hold: row.outcome === 'hold-for-surgery' ? holdOf(because, now) : null,
    orderRuns: 'orderRuns' in timing && needsOrder(row, now) ? timing.orderRuns : null,
    isInOrder: row.outcome === 'step' && now.nextIsOrdered,
    orderSteps: row.outcome === 'wait' ? stepBefore(waitUntil(now), now) : null,
  };
}

/** The order as it stands does not carry this outcome, or not until the next look. */
function needsOrder({ draft, outcome }: TableRow, now: Situation): boolean {
  if (draft === null || (outcome === 'step' && now.nextIsOrdered)) return false;
  const last = now.treatment?.lastNight ?? null;
  const on = waitUntil(now);
  return outcome !== 'wait' || (last !== null && on !== null && on > addDays(last, 1));
}

/** A score speaks of a dose from its tenth night on; a step every week comes before that, and is not held up by it. */
function stepBefore(on: CalendarDate | null, { nextDose, nextFrom }: Situation): ResponseFacts['orderSteps'] {
  if (on === null || nextDose === null || nextFrom === null || nextFrom >= on) return null;
  return { dose: nextDose, from: nextFrom };
}

function becauseOf({ outcome }: TableRow, now: Situation): readonly Finding[] {
  if (outcome === 'stop') return [...now.blocks, ...now.opioidsSinceStart];
  if (outcome === 'cannot-tell') return now.unread;
  return outcome === 'hold-for-surgery' ? now.operations : [];
}

/** The soonest operation of a known day. Nothing is taken from the third night before its first possible day: at least 72 hours. */
function holdOf(operations: readonly Finding[], { asOf }: Situation): ResponseFacts['hold'] {
  const booked = operations.flatMap((finding) =>
    finding.code === 'operation-booked' ? [finding.facts.operation] : [],
  );
  const [soonest] = booked.sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0));
  if (soonest === undefined) return null;
  const from = addDays(soonest.earliest, -HOLD_NIGHTS);
  return { from: from < asOf ? asOf : from, operation: soonest.day, isLate: from < asOf };
}
