/** What follows at a follow-up visit, in words: what to do now in one line, and why in one sentence with its figures, days and sources. */
import type { Change } from '#lib/follow-up/follow-up-answers.ts';
import { reliefOf } from '#lib/follow-up/follow-up-plan.ts';
import type {
  Contradiction,
  DraftKind,
  Missing,
  Outcome,
  Response,
  ResponseFacts,
  TableBasis,
} from '#lib/follow-up/response.ts';
import type { Relief } from '#lib/titration/continuation.ts';
import type { DayWords } from '../shapes.ts';
import { isoDay } from './dates.ts';
import { inWords, milligrams } from './dose.ts';
import { findingWords } from './finding.ts';

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  stop: 'Stop, and contact the patient today',
  'cannot-tell': 'Cannot tell',
  restart: 'Restart from the first dose',
  'hold-for-surgery': 'Hold before surgery',
  lower: 'Lower the dose',
  'more-data': 'More is needed to tell',
  'propose-stop': 'Propose to stop',
  stay: 'Stay at this dose',
  wait: 'Wait',
  step: 'Step up',
};

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  'much-improved': 'Much improved',
  improved: 'Improved',
  same: 'The same',
  worse: 'Worse',
};

const DRAFT_KIND_WORDS: Readonly<Record<DraftKind, string>> = {
  maintenance: 'Maintenance order',
  stay: 'Order for the nights until the next review',
  restart: 'New titration from the first dose',
  step: 'Next part of the titration',
};

const MEASURE: Readonly<Record<Relief['measure'], string>> = {
  peg: 'PEG',
  'pain-now': 'Pain',
  'pain-past-week': 'Pain of the past week',
  'pain-reported': 'Reported pain',
  'pain-faces': 'Faces score',
};

const MISSING: Readonly<Record<Missing, string>> = {
  order: 'an order of low-dose naltrexone (none is on this chart), or the dose and its first night',
  dose: 'the dose that is taken now',
  'first-night': 'the first night',
  baseline: 'how it was before the first night, by the same measure',
  score: 'how it is at this dose',
};

const BASIS: Readonly<Record<TableBasis, string>> = {
  judgement: "today's check",
  policy: 'policy of this app',
  'retitrate-after-two-weeks': 'LDN practice: started over after more than two weeks',
  perioperative: 'perioperative guidance: at least 72 hours, the anaesthetist decides',
  'step-back-if-worse': 'dose finding study, Marcus 2024: more was not always better',
  'responders-at-30-percent': 'FINAL trial, Bruun 2024: responders at 30%',
  'outcome-at-12-weeks': 'FINAL trial, Bruun 2024: outcome at 12 weeks',
  'every-1-2-weeks': 'clinical notes "Low Dose Naltrexone": a step every 1-2 weeks',
};

export function basisWords(basis: readonly TableBasis[]): string {
  return basis.map((one) => BASIS[one]).join('; ');
}

/** What to do now, in one line. */
export function responseHeadline(response: Response, dayOf: DayWords = isoDay): string {
  const { outcome, dose, facts } = response;
  const amount = dose === null ? null : milligrams(dose);
  switch (outcome) {
    case 'stop':
      return facts.opioidSinceStart
        ? 'Stop: hold low-dose naltrexone and contact the patient today; an opioid is on the chart'
        : `${OUTCOME_WORDS.stop}`;
    case 'restart':
      return `Restart at ${amount}: ${facts.missedNights} nights were missed`;
    case 'hold-for-surgery':
      return facts.hold === null
        ? 'Hold before surgery: its day is not known'
        : `Hold before surgery: no dose from ${dayOf(facts.hold.from)}`;
    case 'lower':
      return `Lower to ${amount}`;
    case 'stay':
      return `Stay at ${amount}`;
    case 'step':
      return facts.isInOrder ? `Step up to ${amount}, as ordered` : `Step up to ${amount}`;
    case 'wait':
      if (response.row === 'order-not-in-force') return 'Wait: an order is not in force yet';
      if (amount === null)
        return facts.reviewOn === null ? OUTCOME_WORDS.wait : `Begins on ${dayOf(facts.reviewOn)}: wait`;
      if (facts.orderSteps !== null)
        return `Wait: as ordered, ${amount} and from ${dayOf(facts.orderSteps.from)} ${milligrams(facts.orderSteps.dose)}`;
      return `Wait at ${amount}${facts.reviewOn === null ? '' : ` until ${dayOf(facts.reviewOn)}`}`;
    case 'more-data':
      return `Needed: ${inWords(facts.missing.map((one) => MISSING[one]))}`;
    default:
      return OUTCOME_WORDS[outcome];
  }
}

/** Why, in one sentence with everything it rests on. */
export function responseReason({ row, facts }: Response, dayOf: DayWords = isoDay): string {
  const findings = facts.because.map((finding) => findingWords(finding, dayOf)).join(' ');
  switch (row) {
    case 'blocked':
    case 'not-read':
      return findings;
    case 'opioid-since-start':
      return `${findings} It came after low-dose naltrexone was begun.`;
    case 'operation-soon':
      return facts.hold?.isLate === true
        ? `${findings} 72 hours without it cannot be kept any more: tell the anaesthetist today when the last dose was.`
        : findings;
    case 'alarming-effect':
      return 'An effect is alarming: signs of hepatitis, suicidal thoughts, allergy or withdrawal.';
    case 'two-orders':
      return `Two orders of low-dose naltrexone cover the same nights (${facts.orders.join(', ')}): which dose is taken cannot be told. Ask the patient.`;
    case 'order-not-read':
      return 'The state of an order of this app could not be read. Look at it in the EHR.';
    case 'order-not-in-force':
      return 'An order of low-dose naltrexone is drafted or on hold: sign it, or cancel it, before another is made.';
    case 'no-order':
      return 'Without the dose and the first night nothing can be proposed.';
    case 'not-begun':
      return `The first night${facts.firstNight === null ? '' : `, ${dayOf(facts.firstNight)},`} is not over.`;
    case 'nights-missed':
      return `${facts.missedNights} nights were missed in a row; after more than 14 the titration starts over, after a full check.`;
    case 'no-lower-dose':
      return `${effectOrWorse(facts, dayOf)}, and no lower dose can be given.`;
    case 'troublesome-effect':
    case 'worse-than-before':
      return `${effectOrWorse(facts, dayOf)}.`;
    case 'too-early':
      return `${nightsAt(facts)}: a score counts for a dose after 10 nights on it.`;
    case 'no-scores':
      return `${nightsAt(facts)}${facts.baselineBesideOpioid === null ? '' : '; the score before the first night was taken while an opioid may have been taken, and is not used'}.`;
    case 'no-response-at-12-weeks':
      return `${scoresOf(facts, dayOf)}, ${daysOn(facts, dayOf)}: less than 30% better after 12 weeks.`;
    case 'responds':
      return `${scoresOf(facts, dayOf)}: a response.`;
    case 'interval-not-over':
    case 'below-ceiling':
      return `${scoresOf(facts, dayOf)}, ${nightsAt(facts)}.`;
    case 'at-ceiling':
      return `${scoresOf(facts, dayOf)}, ${nightsAt(facts)}, ${daysOn(facts, dayOf)}; no higher dose is offered, and 12 weeks are not over.`;
  }
}

/** What follows for the order: what is drafted, or from when. */
export function draftWords({ draft, facts }: Response, dayOf: DayWords = isoDay): string | null {
  if (draft !== null) {
    const { kind, dose, days, firstNight, follows } = draft;
    const after = follows.length === 0 ? '' : ' It follows the current order: never take both.';
    return `${DRAFT_KIND_WORDS[kind]}: ${milligrams(dose)}, ${inNights(days)} from ${dayOf(firstNight)}.${after}`;
  }
  if (facts.orderRuns === null) return null;
  const { lastNight, draftFrom } = facts.orderRuns;
  if (lastNight !== null && draftFrom === null)
    return `The current order runs until ${dayOf(lastNight)} without this change: end it in the EHR first. Nothing is drafted while it runs.`;
  if (lastNight === null || draftFrom === null)
    return 'There is an order of this app whose end could not be read: what follows it can be drafted once that order is ended in the EHR.';
  return `The current order runs until ${dayOf(lastNight)}: what follows it can be drafted from ${dayOf(draftFrom)}, or once that order is ended in the EHR.`;
}

export function contradictionWords(
  contradictions: readonly Contradiction[],
  dayOf: DayWords = isoDay,
): readonly string[] {
  return contradictions.map((one) => contradiction(one, dayOf));
}

function contradiction(one: Contradiction, dayOf: DayWords): string {
  switch (one.what) {
    case 'dose':
      return `You answered ${milligrams(one.answered)}. By the order it should be ${milligrams(one.ordered)} now.`;
    case 'nights-at-dose':
      return `You answered ${inNights(one.answered)} at this dose. By the order it should be ${one.ordered}.`;
    case 'missed-nights':
      return `You answered ${inNights(one.answered)} missed. Nothing was ordered for the last ${one.ordered}.`;
    case 'first-night':
      return `You answered that it began on ${dayOf(one.answered)}. The order says ${dayOf(one.ordered)}.`;
  }
}

export function chosenInstead(proposed: string): string {
  return `Chosen by the prescriber instead of "${proposed}".`;
}

/** The whole in one text, for a file. */
export function responseMessage(response: Response, dayOf: DayWords = isoDay): string {
  const { contradictions, insteadOf } = response;
  return [
    `${responseHeadline(response, dayOf)}.`,
    insteadOf === null ? responseReason(response, dayOf) : chosenInstead(OUTCOME_WORDS[insteadOf.outcome]),
    draftWords(response, dayOf),
    ...contradictionWords(contradictions, dayOf),
  ]
    .filter((part) => part !== null && part !== '')
    .join(' ');
}

/** "PEG 7.3 to 4.7, 36% better, 2026-06-02" */
export function reliefText({ measure, baseline, latest, percent, on }: Relief, dayOf: DayWords): string {
  return `${MEASURE[measure]} ${oneDecimal(baseline)} to ${oneDecimal(latest)}, ${reliefWords(percent)}, ${dayOf(on)}`;
}

/** Cut, never rounded up: 29.9% is not 30%. */
function reliefWords(percent: number): string {
  if (percent === 0) return 'no better';
  return percent > 0 ? `${Math.floor(percent)}% better` : `${Math.floor(-percent)}% worse`;
}

function oneDecimal(score: number): string {
  return String(Math.round(score * 10) / 10);
}

function scoresOf(facts: ResponseFacts, dayOf: DayWords): string {
  const relief = reliefOf(facts);
  const scores = relief === null ? null : reliefText(relief, dayOf);
  const change =
    facts.change === null
      ? []
      : [`change since the first night: ${CHANGE_WORDS[facts.change].toLowerCase()}`];
  return [...(scores === null ? [] : [scores]), ...change].join(', ') || 'No scores';
}

function effectOrWorse(facts: ResponseFacts, dayOf: DayWords): string {
  if (facts.effects === 'troublesome') return `Effects are troublesome at ${doseOf(facts)}`;
  const { latest, before } = facts;
  if (latest === null || before === null) return `It is worse at ${doseOf(facts)} than at the dose before`;
  const day = latest.day === null ? '' : ` on ${dayOf(latest.day)}`;
  return `It is worse at ${doseOf(facts)} than at the dose before: ${oneDecimal(latest.score)}${day}, ${oneDecimal(before.score)} before`;
}

function doseOf({ currentDose }: ResponseFacts): string {
  return currentDose === null ? 'this dose' : milligrams(currentDose);
}

function inNights(count: number): string {
  return `${count} night${count === 1 ? '' : 's'}`;
}

function nightsAt(facts: ResponseFacts): string {
  return `${inNights(facts.nightsAtDose ?? 0)} at ${doseOf(facts)}`;
}

function daysOn({ daysSinceStart, firstNight }: ResponseFacts, dayOf: DayWords): string {
  return `${daysSinceStart ?? 0} days since the first night${firstNight === null ? '' : `, ${dayOf(firstNight)}`}`;
}
