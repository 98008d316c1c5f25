/**
 * The decision at a follow-up visit, from the top to the bottom: the first row that is true decides. A clinician can read it as it stands.
 *
 * Sources. "policy" rows are this product's own, for sign-off by the site. FINAL (Bruun 2024) counted responders at 30 % and its outcome at
 * 12 weeks; Bruun-Plesner 2020 counted 30 % less pain; Marcus 2024: more was not always better, step back where a step made it worse.
 */
import type { DraftKind, Outcome, RowId, TableBasis } from './response.ts';
import type { Situation } from './situation.ts';

/** Relief that counts as a response, percent of the baseline. */
const RESPONSE_PERCENT = 30;
/** Points from 0 to 10 by which a score is worse than at the dose before. */
const WORSE_BY = 1;
/** Days from the first night after which a treatment without response ends. */
export const DECIDE_AFTER_DAYS = 84;
/** A missed stretch longer than this is begun anew. */
export const LONGEST_MISSED_NIGHTS = 14;

export interface TableRow {
  readonly id: RowId;
  readonly when: (now: Situation) => boolean;
  readonly outcome: Outcome;
  readonly draft: DraftKind | null;
  readonly basis: readonly TableBasis[];
}

const has = <T>(value: T | null): value is T => value !== null;
const relieved = ({ reliefPercent }: Situation) => has(reliefPercent) && reliefPercent >= RESPONSE_PERCENT;
const muchBetter = ({ change }: Situation) => change === 'much-improved';
const isWorse = ({ worseBy }: Situation) => has(worseBy) && worseBy >= WORSE_BY;
const isTooMuch = (now: Situation) => now.effects === 'troublesome' || isWorse(now);
const isKnown = ({ dose }: Situation) => has(dose);

/* Condition, outcome, draft, source. */
// biome-ignore format: a table
export const DECISION_TABLE: readonly TableRow[] = [
  row('blocked', (now) => now.blocks.length > 0, 'stop', null, 'judgement'),
  row('opioid-since-start', (now) => now.opioidsSinceStart.length > 0, 'stop', null, 'judgement'),
  row('alarming-effect', (now) => now.effects === 'alarming', 'stop', null, 'policy'),
  row('not-read', (now) => now.unread.length > 0, 'cannot-tell', null, 'judgement'),
  row('two-orders', (now) => now.overlapping.length > 0, 'cannot-tell', null, 'policy'),
  row('order-not-read', (now) => now.notInForce === 'not-read', 'cannot-tell', null, 'policy'),
  row('order-not-in-force', (now) => has(now.notInForce), 'wait', null, 'policy'),
  row('no-order', (now) => now.missing.some((what) => what === 'order' || what === 'dose' || what === 'first-night'), 'more-data', null, 'policy'),
  row('not-begun', (now) => !isKnown(now), 'wait', null, 'policy'),
  row('nights-missed', (now) => now.missedNights > LONGEST_MISSED_NIGHTS, 'restart', 'restart', 'retitrate-after-two-weeks', 'policy'),
  row('operation-soon', (now) => now.operations.length > 0, 'hold-for-surgery', null, 'perioperative'),
  row('no-lower-dose', (now) => isTooMuch(now) && now.lowerDose === null, 'propose-stop', null, 'policy'),
  row('troublesome-effect', (now) => now.effects === 'troublesome', 'lower', 'stay', 'step-back-if-worse', 'policy'),
  row('worse-than-before', isWorse, 'lower', 'stay', 'step-back-if-worse', 'policy'),
  row('too-early', (now) => now.onlyScoreIsTooEarly, 'wait', 'stay', 'policy'),
  row('no-scores', (now) => now.missing.length > 0, 'more-data', null, 'policy'),
  row('no-response-at-12-weeks', (now) => now.daysSinceStart >= DECIDE_AFTER_DAYS && !relieved(now) && !muchBetter(now), 'propose-stop', null, 'outcome-at-12-weeks', 'policy'),
  row('responds', (now) => relieved(now) || muchBetter(now), 'stay', 'maintenance', 'responders-at-30-percent', 'policy'),
  row('interval-not-over', (now) => now.nightsAtDose < now.interval, 'wait', 'stay', 'every-1-2-weeks'),
  row('below-ceiling', (now) => has(now.nextDose), 'step', 'step', 'every-1-2-weeks'),
  row('at-ceiling', () => true, 'wait', 'stay', 'outcome-at-12-weeks', 'policy'),
];

function row(
  id: RowId,
  when: TableRow['when'],
  outcome: Outcome,
  draft: DraftKind | null,
  ...basis: readonly TableBasis[]
): TableRow {
  return { id, when, outcome, draft, basis };
}

/** The first row that is true; the last always is. */
export function decide(now: Situation): TableRow {
  return DECISION_TABLE.find(({ when }) => when(now)) ?? (DECISION_TABLE.at(-1) as TableRow);
}
