/** The first day on which this plan may start: the chart's opioid dates, moved by what the prescriber states. */

import type { Finding, Judgement } from '#lib/safety/judgement.ts';
import { addDays, type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import { answerTo } from './answer-to.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

/**
 * "Not taken" is what lifts the bound of a hand-over; nothing lifts that of an administration. "Not taken since Friday" says that it was
 * taken, and lifts nothing.
 */
const NOT_TAKEN =
  /\b(not|never|none) (been )?(taken|used)\b(?!( (it|any|them|more|of|that|these))* (since|for|after|until|till|before|lately|recently|today|yesterday|now|any ?more|every|always|as|this|last|in|on)\b)/i;

/**
 * Today, or later where an opioid's dates demand it. A stated last dose counts from that day, but never from before a recorded
 * administration, nor from before a hand-over unless "not taken" is stated.
 */
export function earliestStartAllowed(judgement: Judgement, answers: Answers): CalendarDate {
  const days = judgement.findings.map((finding) =>
    startAfter(finding, answerTo(finding, judgement.findings, answers)),
  );
  return latest([judgement.asOf, ...days.filter((day) => day !== null)]) ?? judgement.asOf;
}

function startAfter({ question }: Finding, answer: Answer | null): CalendarDate | null {
  if (question === null || question.kind === 'reason') return null;
  const stated = answer?.lastDose ?? null;
  if (question.kind === 'monitoring-and-interview')
    return stated === null ? null : addDays(stated, question.washoutDays + 1);
  const notTaken = answer !== null && NOT_TAKEN.test(answer.reason);
  if (stated === null && !notTaken) return question.withoutDay;
  const lastDose = latest(
    [stated, question.notBefore, notTaken ? null : question.handedOver].filter((day) => day !== null),
  );
  return lastDose === null ? null : addDays(lastDose, question.washoutDays + 1);
}
