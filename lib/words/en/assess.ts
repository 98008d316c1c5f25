/** What the command line says on standard error, and its help. */

export const ASSESS_WORDS = {
  usage: `usage: npm run --silent assess -- FILE.json [--as-of YYYY-MM-DD] [--time-zone IANA] [--regimen FILE] [--answers FILE]
                                  [--requester Practitioner/ID] [--jurisdiction COUNTRY] [--standing-warnings CODE,...] [--ndjson]
FILE is a FHIR R4 Bundle of one patient; with --ndjson one Bundle a line, from FILE or standard input.

--as-of YYYY-MM-DD         the day of the check; today when not given
--time-zone IANA           zone of the clinic, such as Europe/Berlin; without it the later date counts
--regimen FILE             what is wished, as JSON
--answers FILE             answers to what is asked, as JSON: {"R09": {"reason": "..."}}
--requester REFERENCE      who asks for the draft, such as Practitioner/p9
--jurisdiction COUNTRY     US, GB, NZ, AU, CA or ES: its records, names and alternatives, and what a brand with two
                           meanings is there; not given: US, and such a brand is asked about
--standing-warnings CODES  codes of warnings this EHR sends with every answer (Epic's 4119), apart by commas
--ndjson                   many charts: one result a line
--help                     this text

Exit codes: 0 a draft was made; 2 bad input or usage; 3 blocked; 4 cannot tell, or a question is open.
With --ndjson: 0 every line was judged; 5 some line was an error; 2 the input could not be read to its end.`,
  options: {
    oneFile: (given: number) => `one FILE at a time; ${given} were given`,
    noFile: 'a FILE is needed (standard input goes with --ndjson)',
    noTimeZone: (given: string) => `--time-zone ${given} is no IANA time zone`,
    noDay: (given: string) => `--as-of ${given} is no date of the calendar; write it like 2026-03-02`,
    noRequester: (given: string) => `--requester ${given} is no reference like Practitioner/p9`,
    noWarnings: '--standing-warnings names no code; write it like 4119',
    noJurisdiction: (given: string, known: readonly string[]) =>
      `--jurisdiction ${given} is none of ${known.join(', ')}`,
  },
  json: {
    empty: 'is empty',
    endsEarly: 'is not JSON: it ends too early',
    faultAt: (line: number, column: number) => `is not JSON (line ${line}, column ${column})`,
  },
  answers: {
    noAnswers: 'must be one JSON object of answers by key',
    noAnswer: 'must be an object like {"reason": "..."}',
    noText: 'must be a text',
    emptyText: 'must not be empty',
    noDay: 'must be a date like 2026-02-01',
    noSuchDay: 'is no date of the calendar; write it like 2026-02-01',
    afterCheck: (asOf: string) => `is after ${asOf}, the day of this check`,
    unknownMembers: (place: string, members: readonly string[]) =>
      `${place} has an unknown member: ${members.join(', ')}`,
    wholeFile: 'the file',
    ignored: (keys: readonly string[]) =>
      `answers ignored, nothing asks for them or they cannot lift what blocks: ${keys.join(', ')}`,
  },
  noTables: 'the opioid tables cannot be read',
  file: {
    standardInput: 'standard input',
    notRead: (file: string, why: string) => `${file} cannot be read: ${why}`,
    notReadToItsEnd: (file: string, why: string) => `${file} cannot be read to its end: ${why}`,
    absent: 'no such file',
    folder: 'it is a folder; give one file, or one Bundle a line with --ndjson (jq -c . FOLDER/*.json)',
    unknownError: 'unknown error',
  },
  chart: {
    notJudged: (fault: string) => `could not be judged: fault in this program (${fault})`,
    array:
      '. It is an array: of Bundles, give one a line with --ndjson (jq -c .[] FILE); of resources of one patient, put them into a Bundle',
    oneResource:
      '. A single resource is no chart: put all resources of the patient into a Bundle; an NDJSON export of resources is none either',
  },
} as const;
