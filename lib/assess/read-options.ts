/** The command line's words -> options; every complaint names the option. */
import { parseArgs } from 'node:util';
import { JURISDICTIONS, type Jurisdiction, jurisdictionSchema } from '#lib/settings/site.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { Words } from '#lib/words/words-for.ts';

export interface AskedOptions {
  readonly asOf: CalendarDate;
  readonly timeZone: string | null;
  readonly regimenFile: string | null;
  readonly answersFile: string | null;
  readonly followUpFile: string | null;
  readonly requester: string | null;
  readonly standingWarnings: readonly string[];
  /** Null: a brand that is an opioid in one country and none in another is asked about. */
  readonly jurisdiction: Jurisdiction | null;
}

interface CommandOptions extends AskedOptions {
  /** Null: standard input (with --ndjson). */
  readonly file: string | null;
  readonly ndjson: boolean;
}

const REQUESTER = /^Practitioner(Role)?\/[A-Za-z0-9.-]{1,64}$/;

export function readOptions(
  words: Words,
  args: readonly string[],
  now: number,
): CommandOptions | { readonly refused: string } {
  try {
    return checked(words, args, now);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

/** Options that say what every chart is asked. */
export const ASKED = {
  'as-of': { type: 'string' },
  'time-zone': { type: 'string' },
  regimen: { type: 'string' },
  answers: { type: 'string' },
  requester: { type: 'string' },
  'standing-warnings': { type: 'string' },
  jurisdiction: { type: 'string' },
} as const;

type AskedWords = { readonly [Option in keyof typeof ASKED]?: string | undefined };

function checked(
  words: Words,
  args: readonly string[],
  now: number,
): CommandOptions | { readonly refused: string } {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { ...ASKED, 'follow-up': { type: 'string' }, ndjson: { type: 'boolean', default: false } },
  });
  if (positionals.length > 1) return { refused: words.assess.options.oneFile(positionals.length) };
  const file = positionals[0] === '-' ? null : (positionals[0] ?? null);
  if (file === null && !values.ndjson) return { refused: words.assess.options.noFile };
  const followUpFile = values['follow-up'] ?? null;
  if (followUpFile !== null && values.ndjson) return { refused: words.assess.options.followUpOfOne };
  const asked = readAsked(words, values, now);
  return 'refused' in asked ? asked : { ...asked, followUpFile, file, ndjson: values.ndjson };
}

/** @param now the moment whose day is that of the check where none is given */
export function readAsked(
  words: Words,
  values: AskedWords,
  now: number,
): AskedOptions | { readonly refused: string } {
  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null && !isTimeZone(timeZone))
    return { refused: words.assess.options.noTimeZone(timeZone) };
  const typedDay = values['as-of'];
  const asOf = typedDay === undefined ? clinicDay(now, timeZone) : calendarDate(typedDay);
  if (asOf === null) return { refused: words.assess.options.noDay(typedDay ?? '') };
  const requester = values.requester ?? null;
  if (requester !== null && !REQUESTER.test(requester))
    return { refused: words.assess.options.noRequester(requester) };
  const warnings = (values['standing-warnings'] ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  if (values['standing-warnings'] !== undefined && warnings.length === 0)
    return { refused: words.assess.options.noWarnings };
  const jurisdiction = jurisdictionSchema.nullable().safeParse(values.jurisdiction ?? null);
  if (!jurisdiction.success)
    return { refused: words.assess.options.noJurisdiction(values.jurisdiction ?? '', JURISDICTIONS) };
  return {
    asOf,
    timeZone,
    regimenFile: values.regimen ?? null,
    answersFile: values.answers ?? null,
    followUpFile: null,
    requester,
    standingWarnings: warnings,
    jurisdiction: jurisdiction.data,
  };
}

/** IANA names alone; a bare offset is not a zone that knows its summers. */
function isTimeZone(name: string): boolean {
  if (/^[+-]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
