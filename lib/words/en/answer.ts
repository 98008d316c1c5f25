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
      return 'Write the reason.';
    case 'no-name-of-medicine':
      return 'Name the medicine.';
    case 'no-last-dose':
      return 'Give the date it was last taken.';
    case 'no-past-day':
      return `Give a date that exists, no later than ${screenDate(fault.asOf)}.`;
    case 'monitoring-not-checked':
      return 'Check the monitoring record first, or answer that none exists here.';
    case 'no-day-of-monitoring':
      return `Give the date it was checked, no later than ${screenDate(fault.asOf)}.`;
    case 'patient-not-asked':
      return 'Ask the patient about other opioids, and choose the answer.';
    case 'no-day-of-last-opioid':
      return `Give the date of the last opioid, no later than ${screenDate(fault.asOf)}.`;
    case 'pregnancy-not-excluded':
      return 'LDN can be drafted only for a patient who, when asked, is not pregnant and not planning to be.';
  }
}
