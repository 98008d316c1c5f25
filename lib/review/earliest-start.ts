/** The first day on which this plan may start: the chart's opioid dates, moved by what the prescriber states. */

import type { Finding, Judgement } from '#lib/safety/judgement.ts';
import { addDays, type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import { answerTo, chosenReason } from './answer-to.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

/**
 * Today, or later where an opioid's dates demand it. A stated last dose counts from that day, but never from before a recorded
 * administration, nor from before a hand-over unless the reason chosen lifts it. Words a person typed move nothing.
 */
export function earliestStartAllowed(judgement: Judgement, answers: Answers): CalendarDate {
  const days = judgement.findings.map((finding) =>
    startAfter(finding, answerTo(finding, judgement.findings, answers)),
  );
  return latest([judgement.asOf, ...days.filter((day) => day !== null)]) ?? judgement.asOf;
}

function startAfter(finding: Finding, answer: Answer | null): CalendarDate | null {
  const { question } = finding;
  if (question === null || question.kind === 'reason') return null;
  const stated = answer?.lastDose ?? null;
  if (question.kind === 'monitoring-and-interview')
    return stated === null ? null : addDays(stated, question.washoutDays + 1);
  const notTaken = chosenReason(finding, answer)?.does === 'liftsHandOver';
  if (stated === null && !notTaken) return question.withoutDay;
  const lastDose = latest(
    [stated, question.notBefore, notTaken ? null : question.handedOver].filter((day) => day !== null),
  );
  return lastDose === null ? null : addDays(lastDose, question.washoutDays + 1);
}
