/** The review form as typed -> Answers. What cannot be read is named by its field; what is missing stays unanswered. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { answerFields, OTHER_REASON } from './answer-fields.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

export interface AnswerProblem {
  readonly field: string;
  readonly message: string;
}

type Form = Readonly<Record<string, string>>;
type Read = { readonly answer: Answer } | { readonly problem: AnswerProblem } | null;

const LONGEST_REASON = 300;

export function readAnswers(
  form: Form,
  judgement: Judgement,
): { readonly answers: Answers; readonly problems: readonly AnswerProblem[] } {
  const answers: Record<string, Answer> = {};
  const problems: AnswerProblem[] = [];
  for (const finding of judgement.findings) {
    if (finding.question === null) continue;
    const read =
      finding.question.kind === 'monitoring-and-interview'
        ? readMonitoring(form, finding, judgement.asOf)
        : readReason(form, finding, judgement.asOf);
    if (read === null) continue;
    if ('problem' in read) problems.push(read.problem);
    else answers[finding.key] = read.answer;
  }
  return { answers, problems };
}

function readReason(form: Form, finding: Finding, asOf: CalendarDate): Read {
  const fields = answerFields(finding);
  const choice = form[fields.choice];
  const text = freeText(form[fields.text]);
  if (choice === undefined || choice === '') return null;
  const chosen = finding.reasons.find(({ id }) => id === choice);
  if (chosen === undefined && choice !== OTHER_REASON)
    return problem(fields.choice, 'Choose one of the reasons.');
  if (chosen === undefined && text === '') return problem(fields.text, 'Say what the reason is.');
  if (chosen?.needs === 'name' && text === '') return problem(fields.text, 'Name the medicine.');
  const answer: Answer = {
    ...(chosen === undefined ? {} : { reason: chosen.id }),
    ...(text === '' ? {} : { words: text }),
  };
  if (finding.question?.kind !== 'last-dose') return { answer };
  const typed = form[fields.date]?.trim() ?? '';
  if (typed === '')
    return chosen?.needs === 'lastDose'
      ? problem(fields.date, 'Give the day it was last taken.')
      : { answer };
  const day = pastDay(typed, asOf);
  return day === null
    ? problem(fields.date, `Give a day that exists, not after ${asOf}.`)
    : { answer: { ...answer, lastDose: day } };
}

/** R09: the monitoring record, the interview and, where it applies, pregnancy; all parts or no answer. */
function readMonitoring(form: Form, finding: Finding, asOf: CalendarDate): Read {
  const fields = answerFields(finding);
  const monitoring = form[fields.monitoring] ?? '';
  const interview = form[fields.interview] ?? '';
  const asksPregnancy =
    finding.question?.kind === 'monitoring-and-interview' && finding.question.asksPregnancy;
  const pregnancy = form[fields.pregnancy] ?? '';
  if (monitoring === '' && interview === '' && pregnancy === '') return null;

  if (monitoring !== 'checked' && monitoring !== 'none-exists')
    return problem(
      fields.monitoring,
      'The monitoring record must be checked, or not exist here, before going on.',
    );
  const checkedOn = pastDay(form[fields.monitoringDate]?.trim() ?? '', asOf);
  if (monitoring === 'checked' && checkedOn === null)
    return problem(fields.monitoringDate, `Give the day it was checked, not after ${asOf}.`);
  if (interview !== 'none' && interview !== 'last-opioid')
    return problem(fields.interview, 'Ask the patient about other opioids, and choose the answer.');
  const lastOpioid = pastDay(form[fields.lastOpioidDate]?.trim() ?? '', asOf);
  if (interview === 'last-opioid' && lastOpioid === null)
    return problem(fields.lastOpioidDate, `Give the day of the last opioid, not after ${asOf}.`);
  if (asksPregnancy && pregnancy !== 'not-pregnant')
    return problem(
      fields.pregnancy,
      'LDN cannot be drafted here unless the patient, asked, is not pregnant and plans no pregnancy.',
    );

  const words = [
    monitoring === 'checked'
      ? `Monitoring record checked on ${checkedOn}`
      : 'No monitoring record exists here',
    interview === 'none'
      ? 'patient asked about other opioids and kratom: none'
      : `patient asked about other opioids and kratom: last on ${lastOpioid}`,
    ...(asksPregnancy ? ['patient asked: not pregnant, none planned'] : []),
    ...[freeText(form[fields.text])].filter((text) => text !== ''),
  ].join('; ');
  return {
    answer: interview === 'last-opioid' && lastOpioid !== null ? { words, lastDose: lastOpioid } : { words },
  };
}

function pastDay(typed: string, asOf: CalendarDate): CalendarDate | null {
  const day = calendarDate(typed);
  return day !== null && day <= asOf ? day : null;
}

/** One line of plain text: it goes into the order note. */
function freeText(typed: string | undefined): string {
  return (typed ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_REASON);
}

function problem(field: string, message: string): { readonly problem: AnswerProblem } {
  return { problem: { field, message } };
}
