/** The file of `--follow-up`: {"effects": "none", "peg": [4, 5, 5], "baseline": [7, 8, 7]}. */
import { z } from 'zod';
import { CHANGES, EFFECTS, type FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import type { Words } from '#lib/words/words-for.ts';
import { dayUntil, faultsInOneLine } from './answer-file.ts';

const MOST_NIGHTS = 3_660;

function followUpFile(words: Words, asOf: CalendarDate) {
  const said = words.assess.followUp;
  const score = z.number(said.noScore).min(0, said.noScore).max(10, said.noScore);
  const items = z.tuple([score, score, score], said.noItems);
  const nights = z.int(said.noNights).min(0, said.noNights).max(MOST_NIGHTS, said.noNights);
  return z.strictObject(
    {
      effects: z.enum(EFFECTS, said.noEffects(EFFECTS)),
      doseMg: z
        .number(said.noDose)
        .positive(said.noDose)
        .max(CEILING / 1000, said.aboveCeiling)
        .refine((dose) => Number.isInteger(micrograms(dose)), said.noDose)
        .optional(),
      nightsAtDose: nights.optional(),
      missedNights: nights.optional(),
      painScore: score.optional(),
      peg: items.optional(),
      baseline: z.union([score, items], said.noBaseline).optional(),
      change: z.enum(CHANGES, said.noChange(CHANGES)).optional(),
      firstNight: dayUntil(asOf, {
        noDay: said.noDay,
        noSuchDay: said.noDay,
        afterCheck: said.afterCheck,
      }).optional(),
    },
    said.noAnswers,
  );
}

/** @returns the answers, or one line that names each place. */
export function readFollowUpFile(
  words: Words,
  json: unknown,
  asOf: CalendarDate,
): { readonly answers: FollowUpAnswers } | { readonly refused: string } {
  const read = followUpFile(words, asOf).safeParse(json);
  if (!read.success) return { refused: faultsInOneLine(words, read.error, words.assess.followUp.theFile) };
  const { doseMg, painScore, peg, baseline, ...given } = read.data;
  const twoMeasures = painScore !== undefined && (peg !== undefined || Array.isArray(baseline));
  if (twoMeasures) return { refused: words.assess.followUp.twoMeasures };
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
