/** The review form as typed -> Answers. What cannot be read is named by its field; what is missing stays unanswered. */

import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { answerFields, OTHER_REASON } from './answer-fields.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

/** What is wrong with an answer, in lib/words' care. `asOf`: the latest day that counts. */
export type AnswerFault =
  | { readonly code: 'no-such-reason' }
  | { readonly code: 'no-own-words' }
  | { readonly code: 'no-name-of-medicine' }
  | { readonly code: 'no-last-dose' }
  | { readonly code: 'no-past-day'; readonly asOf: CalendarDate }
  | { readonly code: 'monitoring-not-checked' }
  | { readonly code: 'no-day-of-monitoring'; readonly asOf: CalendarDate }
  | { readonly code: 'patient-not-asked' }
  | { readonly code: 'no-day-of-last-opioid'; readonly asOf: CalendarDate }
  | { readonly code: 'pregnancy-not-excluded' };

export interface AnswerProblem {
  readonly field: string;
  readonly fault: AnswerFault;
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
    return problem(fields.choice, { code: 'no-such-reason' });
  if (chosen === undefined && text === '') return problem(fields.text, { code: 'no-own-words' });
  if (chosen?.needs === 'name' && text === '') return problem(fields.text, { code: 'no-name-of-medicine' });
  const answer: Answer = {
    ...(chosen === undefined ? {} : { reason: chosen.id }),
    ...(text === '' ? {} : { words: text }),
  };
  if (finding.question?.kind !== 'last-dose') return { answer };
  const typed = form[fields.date]?.trim() ?? '';
  if (typed === '')
    return chosen?.needs === 'lastDose' ? problem(fields.date, { code: 'no-last-dose' }) : { answer };
  const day = pastDay(typed, asOf);
  return day === null
    ? problem(fields.date, { code: 'no-past-day', asOf })
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
  const asksMonitoring =
    finding.question?.kind === 'monitoring-and-interview' && finding.question.monitoringRecord !== null;
  if (monitoring === '' && interview === '' && pregnancy === '') return null;

  if (asksMonitoring && monitoring !== 'checked' && monitoring !== 'none-exists')
    return problem(fields.monitoring, { code: 'monitoring-not-checked' });
  const checkedOn = pastDay(form[fields.monitoringDate]?.trim() ?? '', asOf);
  if (asksMonitoring && monitoring === 'checked' && checkedOn === null)
    return problem(fields.monitoringDate, { code: 'no-day-of-monitoring', asOf });
  if (interview !== 'none' && interview !== 'last-opioid')
    return problem(fields.interview, { code: 'patient-not-asked' });
  const lastOpioid = pastDay(form[fields.lastOpioidDate]?.trim() ?? '', asOf);
  if (interview === 'last-opioid' && lastOpioid === null)
    return problem(fields.lastOpioidDate, { code: 'no-day-of-last-opioid', asOf });
  if (asksPregnancy && pregnancy !== 'not-pregnant')
    return problem(fields.pregnancy, { code: 'pregnancy-not-excluded' });

  const text = freeText(form[fields.text]);
  return {
    answer: {
      asked: {
        ...(asksMonitoring ? { monitoringCheckedOn: monitoring === 'checked' ? checkedOn : null } : {}),
        notPregnant: asksPregnancy,
      },
      ...(text === '' ? {} : { words: text }),
      ...(interview === 'last-opioid' && lastOpioid !== null ? { lastDose: lastOpioid } : {}),
    },
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

function problem(field: string, fault: AnswerFault): { readonly problem: AnswerProblem } {
  return { problem: { field, fault } };
}
