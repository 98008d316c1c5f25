/** The file of `--answers`: {"R09": {"reason": "...", "lastDose": "2026-02-01"}}. */
import { z } from 'zod';
import { isKeyOf } from '#lib/review/answer-to.ts';
import type { Answer, Answers } from '#lib/review/reviewed-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { ASSESS_WORDS } from '#lib/words/en/assess.ts';

const WORDS = ASSESS_WORDS.answers;

export type AnswersFile = Readonly<
  Record<string, { readonly reason: string; readonly lastDose?: CalendarDate | undefined }>
>;

function answersFile(asOf: CalendarDate) {
  return z.record(
    z.string(),
    z.strictObject(
      {
        reason: z.string(WORDS.noText).refine((text) => text.trim() !== '', WORDS.emptyText),
        lastDose: z
          .string(WORDS.noDay)
          .refine((text) => calendarDate(text) !== null, WORDS.noSuchDay)
          .refine((text) => calendarDate(text) === null || text <= asOf, WORDS.afterCheck(asOf))
          .transform((text) => text as CalendarDate)
          .optional(),
      },
      WORDS.noAnswer,
    ),
    WORDS.noAnswers,
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
          ? WORDS.unknownMembers(issue.path.join('.'), issue.keys)
          : `${issue.path.join('.') || WORDS.wholeFile} ${issue.message}`,
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
