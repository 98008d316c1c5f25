/** A regimen from the file a person wrote (`assess --regimen`), in milligrams. */
import { z } from 'zod';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from './dose-levels.ts';
import { proposeRegimen, type RegimenChoices } from './propose-regimen.ts';
import type { Regimen } from './regimen.ts';

export type RegimenMemberFault =
  | 'no-milligrams'
  | 'no-days'
  | 'no-preparation'
  | 'no-strengths'
  | 'no-date'
  /** Written like a date, and none of the calendar. */
  | 'no-such-date'
  | 'no-filler';

/** Why a file is no regimen. `member` with its place in a list: "strengthsMg.1". */
export type RegimenFileFault =
  | { readonly code: 'no-object' }
  | { readonly code: 'unknown-members'; readonly members: readonly string[] }
  | { readonly code: RegimenMemberFault; readonly member: string };

/** What the schema says of a member is the code of its fault. */
const says = (fault: RegimenMemberFault): string => fault;

const milligramsMember = z.number(says('no-milligrams')).transform(micrograms);
const daysMember = z.number(says('no-days'));

const regimenFile = z.strictObject({
  startMg: milligramsMember.optional(),
  stepMg: milligramsMember.optional(),
  intervalDays: daysMember.optional(),
  ceilingMg: milligramsMember.optional(),
  days: daysMember.optional(),
  preparation: z.enum(['capsules', 'liquid'], says('no-preparation')).optional(),
  strengthsMg: z.array(milligramsMember, says('no-strengths')).optional(),
  startDate: z
    .string(says('no-date'))
    .refine((text) => calendarDate(text) !== null, says('no-such-date'))
    .transform((text) => text as CalendarDate)
    .optional(),
  filler: z.enum(['sucrose', 'ginger'], says('no-filler')).nullable().optional(),
});

/**
 * The regimen the file asks for, members left out as in the standard schedule (for the liquid: the gentle one), starting on
 * `asOf`; or why it cannot be read. A readable regimen may still break an invariant: `checkRegimen`.
 * Strengths play no part in the liquid and are left out of it.
 */
export function readRegimen(
  json: unknown,
  asOf: CalendarDate,
): { readonly regimen: Regimen } | { readonly refused: readonly RegimenFileFault[] } {
  const read = regimenFile.safeParse(json);
  if (!read.success) return { refused: read.error.issues.map(faultOf) };
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

function faultOf({ path, code, message, ...issue }: z.core.$ZodIssue): RegimenFileFault {
  if (code === 'unrecognized_keys' && 'keys' in issue)
    return { code: 'unknown-members', members: issue.keys };
  if (path.length === 0) return { code: 'no-object' };
  return { code: message as RegimenMemberFault, member: path.join('.') };
}
