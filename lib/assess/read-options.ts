/** The command line's words -> options; every complaint names the option. */
import { parseArgs } from 'node:util';
import { JURISDICTIONS, type Jurisdiction, jurisdictionSchema } from '#lib/settings/site.ts';
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';

export const USAGE = `usage: npm run --silent assess -- FILE.json [--as-of YYYY-MM-DD] [--time-zone IANA] [--regimen FILE] [--answers FILE]
                                  [--requester Practitioner/ID] [--jurisdiction COUNTRY] [--standing-warnings CODE,...] [--ndjson]
FILE is a FHIR R4 Bundle of one patient; with --ndjson one Bundle a line, from FILE or standard input.

--as-of YYYY-MM-DD         the day of the check; today when not given
--time-zone IANA           zone of the clinic, such as Europe/Berlin; without it the later date counts
--regimen FILE             what is wished, as JSON
--answers FILE             answers to what is asked, as JSON: {"R09": {"reason": "..."}}
--requester REFERENCE      who asks for the draft, such as Practitioner/p9
--jurisdiction COUNTRY     US, GB, NZ, AU, CA or ES: what a brand with two meanings is there; asked when not given
--standing-warnings CODES  codes of warnings this EHR sends with every answer (Epic's 4119), apart by commas
--ndjson                   many charts: one result a line
--help                     this text

Exit codes: 0 a draft was made; 2 bad input or usage; 3 blocked; 4 cannot tell, or a question is open.
With --ndjson: 0 every line was judged; 5 some line was an error; 2 the input could not be read to its end.`;

export interface CommandOptions {
  /** Null: standard input (with --ndjson). */
  readonly file: string | null;
  readonly asOf: CalendarDate;
  readonly timeZone: string | null;
  readonly regimenFile: string | null;
  readonly answersFile: string | null;
  readonly requester: string | null;
  readonly standingWarnings: readonly string[];
  /** Null: a brand that is an opioid in one country and none in another is asked about. */
  readonly jurisdiction: Jurisdiction | null;
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
      'standing-warnings': { type: 'string' },
      jurisdiction: { type: 'string' },
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
  const warnings = (values['standing-warnings'] ?? '')
    .split(',')
    .map((code) => code.trim())
    .filter(Boolean);
  if (values['standing-warnings'] !== undefined && warnings.length === 0)
    return { refused: '--standing-warnings names no code; write it like 4119' };
  const jurisdiction = jurisdictionSchema.nullable().safeParse(values.jurisdiction ?? null);
  if (!jurisdiction.success)
    return { refused: `--jurisdiction ${values.jurisdiction} is none of ${JURISDICTIONS.join(', ')}` };
  return {
    file,
    asOf,
    timeZone,
    regimenFile: values.regimen ?? null,
    answersFile: values.answers ?? null,
    requester,
    standingWarnings: warnings,
    jurisdiction: jurisdiction.data,
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
