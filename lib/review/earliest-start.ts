/** The first day on which this plan may start: the chart's dates of opioids and operations, moved by what the prescriber states. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { addDays, type CalendarDate, latest } from '#lib/time/calendar-date.ts';
import { answerTo, chosenReason } from './answer-to.ts';
import { holdsPromised } from './answered.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

/**
 * Today, or later where an opioid's dates demand it. A stated last dose counts from that day, but never from before a recorded
 * administration, nor from before a hand-over unless the reason chosen lifts it. Words a person typed move nothing, and bring no day
 * forward that is stated beside them.
 */
export function earliestStartAllowed(judgement: Judgement, answers: Answers): CalendarDate {
  const days = judgement.findings.map((finding) =>
    startAfter(finding, answerTo(finding, judgement.findings, answers)),
  );
  const earliest = latest([judgement.asOf, ...days.filter((day) => day !== null)]) ?? judgement.asOf;
  // Nothing is begun while it is to be held.
  return holdsPromised(judgement, answers).reduce(
    (start, { from, operation }) => (start >= from && start <= operation ? addDays(operation, 1) : start),
    earliest,
  );
}

function startAfter(finding: Finding, answer: Answer | null): CalendarDate | null {
  const { question } = finding;
  if (question === null || question.kind === 'reason') return null;
  const stated = answer?.lastDose ?? null;
  const chosen = chosenReason(finding, answer);
  if (question.kind === 'operation')
    return chosen?.does === 'movesFirstNight' && question.day !== null ? addDays(question.day, 1) : null;
  if (question.kind === 'monitoring-and-interview')
    return stated === null ? null : addDays(stated, question.washoutDays + 1);
  const notTaken = chosen?.does === 'liftsHandOver';
  if (stated === null && !notTaken) return question.withoutDay;
  const lastDose = latest(
    [stated, question.notBefore, notTaken ? null : question.handedOver].filter((day) => day !== null),
  );
  const afterDose = lastDose === null ? null : addDays(lastDose, question.washoutDays + 1);
  // An earlier day than the chart's counts only as the reason chosen says; a later one beside any words.
  return notTaken || chosen?.needs === 'lastDose'
    ? afterDose
    : latest([afterDose, question.clearFrom].filter((day) => day !== null));
}
