/** The file of `--answers`: {"R09": {"reason": "...", "lastDose": "2026-02-01"}}. */
import { z } from 'zod';
import { isKeyOf } from '#lib/review/answer-to.ts';
import type { Answer, Answers } from '#lib/review/reviewed-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Words } from '#lib/words/words-for.ts';
import { dayUntil, faultsInOneLine } from './answer-file.ts';

export type AnswersFile = Readonly<
  Record<string, { readonly reason: string; readonly lastDose?: CalendarDate | undefined }>
>;

function answersFile(words: Words, asOf: CalendarDate) {
  return z.record(
    z.string(),
    z.strictObject(
      {
        reason: z
          .string(words.assess.answers.noText)
          .refine((text) => text.trim() !== '', words.assess.answers.emptyText),
        lastDose: dayUntil(asOf, words.assess.answers).optional(),
      },
      words.assess.answers.noAnswer,
    ),
    words.assess.answers.noAnswers,
  );
}

/** @returns the answers, or one line that names each place. */
export function readAnswersFile(
  words: Words,
  json: unknown,
  asOf: CalendarDate,
): { readonly answers: AnswersFile } | { readonly refused: string } {
  const read = answersFile(words, asOf).safeParse(json);
  return read.success ? { answers: read.data } : { refused: faultsInOneLine(words, read.error) };
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
