/** The file of `--answers`: {"R09": {"reason": "...", "lastDose": "2026-02-01"}}. */
import { z } from 'zod';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';

function answersFile(asOf: CalendarDate) {
  return z.record(
    z.string(),
    z.strictObject(
      {
        reason: z.string('must be a text').refine((text) => text.trim() !== '', 'must not be empty'),
        lastDose: z
          .string('must be a date like 2026-02-01')
          .refine(
            (text) => calendarDate(text) !== null,
            'is no date of the calendar; write it like 2026-02-01',
          )
          .refine(
            (text) => calendarDate(text) === null || text <= asOf,
            `is after ${asOf}, the day of this check`,
          )
          .transform((text) => text as CalendarDate)
          .optional(),
      },
      'must be an object like {"reason": "..."}',
    ),
    'must be one JSON object of answers by key',
  );
}

/** @returns the answers, or one line that names the place. */
export function readAnswersFile(
  json: unknown,
  asOf: CalendarDate,
): { readonly answers: Answers } | { readonly refused: string } {
  const read = answersFile(asOf).safeParse(json);
  if (read.success) return { answers: read.data };
  return {
    refused: read.error.issues
      .map((issue) =>
        issue.code === 'unrecognized_keys'
          ? `${issue.path.join('.')} has an unknown member: ${issue.keys.join(', ')}`
          : `${issue.path.join('.') || 'the file'} ${issue.message}`,
      )
      .join('; '),
  };
}
