/** A regimen from the file a person wrote (`assess --regimen`), in milligrams. */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from './dose-levels.ts';
import { proposeRegimen, type RegimenChoices } from './propose-regimen.ts';
import type { Regimen } from './regimen.ts';

const milligramsMember = z.number('must be a number of milligrams').transform(micrograms);
const daysMember = z.number('must be a number of days');

const regimenFile = z.strictObject({
  startMg: milligramsMember.optional(),
  stepMg: milligramsMember.optional(),
  intervalDays: daysMember.optional(),
  ceilingMg: milligramsMember.optional(),
  days: daysMember.optional(),
  preparation: z.enum(['capsules', 'liquid'], 'must be "capsules" or "liquid"').optional(),
  strengthsMg: z.array(milligramsMember, 'must be a list of milligrams').optional(),
  startDate: z
    .string('must be a date like 2026-03-02')
    .refine((text) => calendarDate(text) !== null, 'is no date of the calendar; write it like 2026-03-02')
    .transform((text) => text as CalendarDate)
    .optional(),
  filler: z.enum(['sucrose', 'ginger'], 'must be "sucrose" or "ginger"').nullable().optional(),
});

/**
 * The regimen the file asks for, members left out as in the standard schedule (for the liquid: the gentle one), starting on
 * `asOf`; or one line saying why it cannot be read. A readable regimen may still break an invariant: `checkRegimen`.
 * Strengths play no part in the liquid and are left out of it.
 */
export function readRegimen(
  json: unknown,
  asOf: CalendarDate,
): { readonly regimen: Regimen } | { readonly refused: string } {
  const read = regimenFile.safeParse(json);
  if (!read.success) return { refused: read.error.issues.map(complaint).join('; ') };
  const { startMg, stepMg, ceilingMg, strengthsMg, startDate, ...same } = read.data;
  const asked = {
    ...same,
    start: startMg,
    step: stepMg,
    ceiling: ceilingMg,
    strengths: same.preparation === 'liquid' ? [] : strengthsMg,
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  return { regimen: proposeRegimen(startDate ?? asOf, given as Partial<RegimenChoices>) };
}

function complaint({ path, code, message, ...issue }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys' && 'keys' in issue) return `unknown member: ${issue.keys.join(', ')}`;
  if (path.length === 0) return 'the regimen must be one JSON object';
  return `${path.join('.')} ${message}`;
}
