/** Everything the decision table asks about, worked out once. */
import type { Source } from '#lib/chart/chart.ts';
import { answerTo, chosenReason } from '#lib/review/answer-to.ts';
import { blockingFindings } from '#lib/safety/blocking-findings.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { ReasonId } from '#lib/safety/reasons.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { AtVisit } from './at-visit.ts';
import { contradictionsOf } from './contradictions.ts';
import { type DoseNow, doseNow } from './dose-now.ts';
import type { Change, Effects, FollowUpAnswers } from './follow-up-answers.ts';
import { intervalOf, lowerDose, nextDose } from './next-dose.ts';
import { opioidsSinceStart } from './opioid-since-start.ts';
import type { Contradiction, Missing } from './response.ts';
import { NIGHTS_TO_SPEAK, type ResponseScores, responseScores } from './response-scores.ts';
import { type KnownOrders, type NoTreatment, type Treatment, treatmentOf } from './treatment.ts';

export interface Situation {
  readonly asOf: CalendarDate;
  readonly blocks: readonly Finding[];
  readonly opioidsSinceStart: readonly Finding[];
  /** Parts of the chart that were not read, or are another patient's. */
  readonly unread: readonly Finding[];
  readonly operations: readonly Finding[];
  readonly effects: Effects;
  readonly change: Change | null;
  /** Null where none is begun, or nobody can say. */
  readonly treatment: Treatment | null;
  readonly now: DoseNow | null;
  readonly overlapping: readonly Source[];
  readonly notInForce: 'not-signed' | 'on-hold' | 'not-read' | null;
  readonly orderSources: readonly Source[];
  /** The order that stands, then every other signed one of this app: what is drafted follows them all. */
  readonly followed: readonly Source[];
  readonly missing: readonly Missing[];
  readonly dose: Micrograms | null;
  readonly nightsAtDose: number;
  readonly daysSinceStart: number;
  readonly missedNights: number;
  /** Nights at one dose before the next. */
  readonly interval: number;
  readonly scores: ResponseScores | null;
  readonly reliefPercent: number | null;
  /** Points by which it is worse than at the lower dose before. */
  readonly worseBy: number | null;
  /** A score is all that is missing, and none could speak of this dose yet. */
  readonly onlyScoreIsTooEarly: boolean;
  /** Null at the ceiling, or where this patient did not bear more. */
  readonly nextDose: Micrograms | null;
  /** The order as it is written goes on to `nextDose`. */
  readonly nextIsOrdered: boolean;
  /** The first night of it; null where it is not ordered. */
  readonly nextFrom: CalendarDate | null;
  /** The last tolerated dose, else a step less; null where nothing lower can be given. */
  readonly lowerDose: Micrograms | null;
  readonly contradictions: readonly Contradiction[];
}

/** Not read, or not this patient's: no reason to stop, and none to go on. */
const UNREAD: ReadonlySet<RuleId> = new Set(['R01', 'R26']);

/** Raised by the very orders that are followed up here; the table looks at those itself. */
const OF_ORDERS: ReadonlySet<RuleId> = new Set(['R13']);

/** Answers with which an operation is no reason to hold. */
const NO_HOLD: ReadonlySet<ReasonId> = new Set(['not-taking-place', 'no-opioid-planned']);

export function situationOf(visit: AtVisit): Situation {
  const { judgement, answers, orders, scores } = visit;
  const { asOf, findings } = judgement;
  const treated = treatmentOf(orders, answers, asOf);
  const treatment = 'why' in treated ? null : treated;
  const ordered = treatment === null ? null : doseNow(treatment, asOf);
  const now = ordered === null ? null : asAnswered(ordered, answers, asOf);
  const scored =
    treatment === null || now === null
      ? null
      : responseScores({
          scores,
          answers,
          begins: treatment.begins,
          now,
          asOf,
          opioids: judgement.opioid.evidence,
        });
  const unordered = unorderedNights(treatment, asOf);
  const next = nextDose(treatment, now);
  const blocks = blockingFindings(judgement);
  const missing = missingOf(treated, scored);
  return {
    asOf,
    blocks: blocks.filter(({ rule }) => !UNREAD.has(rule) && !OF_ORDERS.has(rule)),
    opioidsSinceStart:
      treatment === null ? [] : opioidsSinceStart(findings, visit.safetyAnswers, treatment.begins),
    unread: blocks.filter(({ rule }) => UNREAD.has(rule)),
    operations: findings.filter((finding) => finding.rule === 'R19' && !isLifted(finding, visit)),
    effects: answers.effects,
    change: answers.change,
    treatment,
    now,
    overlapping: treatment?.overlapping ?? [],
    notInForce: notInForce(treated, blocks),
    orderSources: treatment?.orders ?? ('orders' in treated ? treated.orders : []),
    followed: followedBy(treatment, orders),
    missing,
    dose: now?.dose ?? null,
    nightsAtDose: now?.nights ?? 0,
    daysSinceStart: treatment === null ? 0 : daysBetween(treatment.begins, asOf),
    missedNights: answers.missedNights ?? unordered,
    interval: intervalOf(treatment),
    scores: scored,
    reliefPercent: scored?.reliefPercent ?? null,
    worseBy: worseBy(scored),
    onlyScoreIsTooEarly:
      now !== null && now.nights < NIGHTS_TO_SPEAK && missing.length === 1 && missing[0] === 'score',
    nextDose: next.dose,
    nextIsOrdered: next.from !== null,
    nextFrom: next.from,
    lowerDose: lowerDose(treatment, now),
    contradictions: contradictionsOf(visit, treatment, ordered, unordered),
  };
}

function isLifted(finding: Finding, { judgement, safetyAnswers }: AtVisit): boolean {
  const chosen = chosenReason(finding, answerTo(finding, judgement.findings, safetyAnswers));
  return chosen !== null && NO_HOLD.has(chosen.id);
}

function followedBy(treatment: Treatment | null, { own }: KnownOrders): readonly Source[] {
  const signed = own.flatMap(({ state, orders }) => (state === 'signed' ? orders : []));
  return [...new Set([...(treatment?.orders ?? []), ...signed])];
}

/** The dose and the nights as the prescriber says, where that was said. */
function asAnswered(ordered: DoseNow, { dose, nightsAtDose }: FollowUpAnswers, asOf: CalendarDate): DoseNow {
  const isOther = dose !== null && dose !== ordered.dose;
  const nights = nightsAtDose ?? (isOther ? 0 : ordered.nights);
  if (!isOther && nights === ordered.nights) return ordered;
  return {
    dose: dose ?? ordered.dose,
    nights,
    since: addDays(asOf, -nights),
    before: isOther && ordered.before?.dose === dose ? null : ordered.before,
  };
}

/** Nights since the last one for which anything was ordered. */
function unorderedNights(treatment: Treatment | null, asOf: CalendarDate): number {
  const last = treatment?.lastNight ?? null;
  return last === null ? 0 : Math.max(daysBetween(last, asOf) - 1, 0);
}

function notInForce(treated: Treatment | NoTreatment, blocks: readonly Finding[]): Situation['notInForce'] {
  if ('why' in treated) {
    const { why } = treated;
    if (why === 'not-signed' || why === 'on-hold' || why === 'not-read') return why;
  }
  const other = blocks.find(
    (finding) => finding.rule === 'R13' && finding.code === 'naltrexone-order-exists',
  );
  if (other === undefined || other.code !== 'naltrexone-order-exists') return null;
  return other.facts.areDrafts ? 'not-signed' : 'on-hold';
}

function missingOf(treated: Treatment | NoTreatment, scored: ResponseScores | null): readonly Missing[] {
  if ('why' in treated) {
    if (treated.why === 'no-order') return ['order'];
    if (treated.why === 'no-dose') return ['dose'];
    return treated.why === 'no-first-night' ? ['first-night'] : [];
  }
  if (scored === null) return [];
  return [
    ...(scored.baseline === null ? (['baseline'] as const) : []),
    ...(scored.latest === null ? (['score'] as const) : []),
  ];
}

function worseBy(scored: ResponseScores | null): number | null {
  const { latestAtAll = null, before = null } = scored ?? {};
  return latestAtAll === null || before === null
    ? null
    : Math.round((latestAtAll.score - before.score) * 1000) / 1000;
}
