/** The command line's words -> options; every complaint names the option. */
import { parseArgs } from 'node:util';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';

export const USAGE = `usage: npm run --silent assess -- FILE.json [--as-of YYYY-MM-DD] [--time-zone IANA] [--regimen FILE] [--answers FILE]
                                  [--requester Practitioner/ID] [--ndjson]
FILE is a FHIR R4 Bundle of one patient; with --ndjson one Bundle a line, from FILE or standard input.`;

export interface CommandOptions {
  /** Null: standard input (with --ndjson). */
  readonly file: string | null;
  readonly asOf: CalendarDate;
  readonly timeZone: string | null;
  readonly regimenFile: string | null;
  readonly answersFile: string | null;
  readonly requester: string | null;
  readonly ndjson: boolean;
}

const REQUESTER = /^Practitioner(Role)?\/[A-Za-z0-9.-]{1,64}$/;

export function readOptions(
  words: readonly string[],
  now: number,
): CommandOptions | { readonly refused: string } {
  try {
    return checked(words, now);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

function checked(words: readonly string[], now: number): CommandOptions | { readonly refused: string } {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      'time-zone': { type: 'string' },
      regimen: { type: 'string' },
      answers: { type: 'string' },
      requester: { type: 'string' },
      ndjson: { type: 'boolean', default: false },
    },
  });
  if (positionals.length > 1) return { refused: `one FILE at a time; ${positionals.length} were given` };
  const file = positionals[0] === '-' ? null : (positionals[0] ?? null);
  if (file === null && !values.ndjson)
    return { refused: 'a FILE is needed (standard input goes with --ndjson)' };

  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null && !isTimeZone(timeZone))
    return { refused: `--time-zone ${timeZone} is no IANA time zone` };
  const typedDay = values['as-of'];
  const asOf = typedDay === undefined ? clinicDay(now, timeZone) : calendarDate(typedDay);
  if (asOf === null)
    return { refused: `--as-of ${typedDay} is no date of the calendar; write it like 2026-03-02` };
  const requester = values.requester ?? null;
  if (requester !== null && !REQUESTER.test(requester))
    return { refused: `--requester ${requester} is no reference like Practitioner/p9` };
  return {
    file,
    asOf,
    timeZone,
    regimenFile: values.regimen ?? null,
    answersFile: values.answers ?? null,
    requester,
    ndjson: values.ndjson,
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
