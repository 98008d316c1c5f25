/** The file of `--answers`: {"R09": {"reason": "...", "lastDose": "2026-02-01"}}. */
import { z } from 'zod';
import { isKeyOf } from '#lib/review/answer-to.ts';
import type { Answer, Answers } from '#lib/review/reviewed-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';

export type AnswersFile = Readonly<
  Record<string, { readonly reason: string; readonly lastDose?: CalendarDate | undefined }>
>;

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
): { readonly answers: AnswersFile } | { readonly refused: string } {
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

/** A text that is an id of the reasons of the finding it answers is that reason; any other is words. */
export function answersGiven(file: AnswersFile, findings: readonly Finding[]): Answers {
  return Object.fromEntries(
    Object.entries(file).map(([key, { reason: text, lastDose }]): [string, Answer] => {
      const asked = findings.find((finding) => isKeyOf(key, finding, findings));
      const chosen = asked?.reasons.find(({ id }) => id === text);
      return [
        key,
        {
          ...(chosen === undefined ? { words: text } : { reason: chosen.id }),
          ...(lastDose === undefined ? {} : { lastDose }),
        },
      ];
    }),
  );
}
