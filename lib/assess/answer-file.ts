/** What the files of answers have in common: a day that is not after the check, and how their faults are told. */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import type { Words } from '#lib/words/words-for.ts';

interface DayWords {
  readonly noDay: string;
  /** Written like a day, and none of the calendar. */
  readonly noSuchDay: string;
  readonly afterCheck: (asOf: CalendarDate) => string;
}

export function dayUntil(asOf: CalendarDate, { noDay, noSuchDay, afterCheck }: DayWords) {
  return z
    .string(noDay)
    .refine((text) => calendarDate(text) !== null, noSuchDay)
    .refine((text) => calendarDate(text) === null || text <= asOf, afterCheck(asOf))
    .transform((text) => text as CalendarDate);
}

/**
 * One line that names each place.
 *
 * @param whole what the file is called where a member of it is not known; its place where nothing is given.
 */
export function faultsInOneLine(words: Words, { issues }: z.ZodError, whole?: string): string {
  return issues
    .map((issue) => {
      const place = issue.path.join('.');
      return issue.code === 'unrecognized_keys'
        ? words.assess.answers.unknownMembers(whole ?? place, issue.keys)
        : `${place || words.assess.answers.wholeFile} ${issue.message}`;
    })
    .join('; ');
}
