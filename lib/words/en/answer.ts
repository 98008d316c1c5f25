/** What a prescriber answered, and what is wrong with an answer. */
import type { AnswerFault } from '#lib/review/read-answers.ts';
import type { Answer, SourcesAsked } from '#lib/review/reviewed-plan.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayWords } from '../shapes.ts';
import { screenDate } from './dates.ts';
import { reasonWords } from './reasons.ts';

/** "Not an opioid: naproxen": the reason, then what was asked, then the prescriber's own words. */
export function answerWords({ reason, words, asked, lastDose }: Answer, day: DayWords = screenDate): string {
  const said = [
    ...(asked === undefined ? [] : [askedWords(asked, lastDose ?? null, day)]),
    ...(words === undefined || words === '' ? [] : [words]),
  ].join('; ');
  return [reason === undefined ? '' : reasonWords[reason], said].filter((part) => part !== '').join(': ');
}

function askedWords(
  { monitoringCheckedOn, notPregnant }: SourcesAsked,
  lastOpioid: CalendarDate | null,
  day: DayWords,
): string {
  return [
    ...(monitoringCheckedOn === undefined
      ? []
      : monitoringCheckedOn === null
        ? ['No monitoring record exists here']
        : [`Monitoring record checked on ${day(monitoringCheckedOn)}`]),
    `patient asked about other opioids and kratom: ${lastOpioid === null ? 'none' : `last on ${day(lastOpioid)}`}`,
    ...(notPregnant ? ['patient asked: not pregnant, none planned'] : []),
  ].join('; ');
}

/** One line beside the field it is about. */
export function answerFaultWords(fault: AnswerFault): string {
  switch (fault.code) {
    case 'no-such-reason':
      return 'Choose one of the reasons.';
    case 'no-own-words':
      return 'Say what the reason is.';
    case 'no-name-of-medicine':
      return 'Name the medicine.';
    case 'no-last-dose':
      return 'Give the day it was last taken.';
    case 'no-past-day':
      return `Give a day that exists, not after ${screenDate(fault.asOf)}.`;
    case 'monitoring-not-checked':
      return 'The monitoring record must be checked, or not exist here, before going on.';
    case 'no-day-of-monitoring':
      return `Give the day it was checked, not after ${screenDate(fault.asOf)}.`;
    case 'patient-not-asked':
      return 'Ask the patient about other opioids, and choose the answer.';
    case 'no-day-of-last-opioid':
      return `Give the day of the last opioid, not after ${screenDate(fault.asOf)}.`;
    case 'pregnancy-not-excluded':
      return 'LDN cannot be drafted here unless the patient, asked, is not pregnant and plans no pregnancy.';
  }
}
