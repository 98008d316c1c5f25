/** The file of `--follow-up`: {"effects": "none", "peg": [4, 5, 5], "baseline": [7, 8, 7]}. */
import { z } from 'zod';
import { CHANGES, EFFECTS, type FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import { ASSESS_WORDS } from '#lib/words/en/assess.ts';

const WORDS = ASSESS_WORDS.followUp;
const MOST_NIGHTS = 3_660;

const score = z.number(WORDS.noScore).min(0, WORDS.noScore).max(10, WORDS.noScore);
const items = z.tuple([score, score, score], WORDS.noItems);
const nights = z.int(WORDS.noNights).min(0, WORDS.noNights).max(MOST_NIGHTS, WORDS.noNights);

function followUpFile(asOf: CalendarDate) {
  return z.strictObject(
    {
      effects: z.enum(EFFECTS, WORDS.noEffects(EFFECTS)),
      doseMg: z
        .number(WORDS.noDose)
        .positive(WORDS.noDose)
        .max(CEILING / 1000, WORDS.aboveCeiling)
        .refine((dose) => Number.isInteger(micrograms(dose)), WORDS.noDose)
        .optional(),
      nightsAtDose: nights.optional(),
      missedNights: nights.optional(),
      painScore: score.optional(),
      peg: items.optional(),
      baseline: z.union([score, items], WORDS.noBaseline).optional(),
      change: z.enum(CHANGES, WORDS.noChange(CHANGES)).optional(),
      firstNight: z
        .string(WORDS.noDay)
        .refine((text) => calendarDate(text) !== null, WORDS.noDay)
        .refine((text) => calendarDate(text) === null || text <= asOf, WORDS.afterCheck(asOf))
        .transform((text) => text as CalendarDate)
        .optional(),
    },
    WORDS.noAnswers,
  );
}

/** @returns the answers, or one line that names each place. */
export function readFollowUpFile(
  json: unknown,
  asOf: CalendarDate,
): { readonly answers: FollowUpAnswers } | { readonly refused: string } {
  const read = followUpFile(asOf).safeParse(json);
  if (!read.success) {
    const told = read.error.issues.map((issue) =>
      issue.code === 'unrecognized_keys'
        ? ASSESS_WORDS.answers.unknownMembers(WORDS.theFile, issue.keys)
        : `${issue.path.join('.') || ASSESS_WORDS.answers.wholeFile} ${issue.message}`,
    );
    return { refused: told.join('; ') };
  }
  const { doseMg, painScore, peg, baseline, ...given } = read.data;
  const twoMeasures = painScore !== undefined && (peg !== undefined || Array.isArray(baseline));
  if (twoMeasures) return { refused: WORDS.twoMeasures };
  return {
    answers: {
      effects: given.effects,
      dose: doseMg === undefined ? null : micrograms(doseMg),
      nightsAtDose: given.nightsAtDose ?? null,
      missedNights: given.missedNights ?? null,
      score: scoreOf(painScore, peg),
      baseline: baseline ?? null,
      change: given.change ?? null,
      firstNight: given.firstNight ?? null,
    },
  };
}

function scoreOf(
  painScore: number | undefined,
  peg: readonly [number, number, number] | undefined,
): FollowUpAnswers['score'] {
  if (peg !== undefined) return { measure: 'peg', items: peg };
  return painScore === undefined ? null : { measure: 'pain-now', value: painScore };
}
