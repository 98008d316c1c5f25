/**
 * What to do at a follow-up visit. Pure. The whole safety judgement comes first: no outcome of a chart that blocks, or that was not read,
 * ever offers a draft.
 */
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { HOLD_NIGHTS } from '#lib/safety/rules/check-surgery.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { HIGHEST_START } from '#lib/titration/regimen-limits.ts';
import type { AtVisit } from './at-visit.ts';
import { decide, type TableRow } from './decision-table.ts';
import { offered, type Timing, timingOf } from './offered-draft.ts';
import { otherOutcomes, rowFor } from './other-outcomes.ts';
import type { OfferedDraft, Outcome, Response, ResponseFacts } from './response.ts';
import { reviewOn, waitUntil } from './review-day.ts';
import { type Situation, situationOf } from './situation.ts';

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
