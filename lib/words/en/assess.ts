/** What the command line says on standard error, and its help. */

export const ASSESS_WORDS = {
  usage: `usage: npm run --silent assess -- FILE.json [--as-of YYYY-MM-DD] [--time-zone IANA] [--regimen FILE] [--answers FILE]
                                  [--follow-up FILE] [--requester Practitioner/ID] [--jurisdiction COUNTRY] [--standing-warnings CODE,...] [--ndjson]
FILE is a FHIR R4 Bundle of one patient; with --ndjson one Bundle a line, from FILE or standard input.

--as-of YYYY-MM-DD         the day of the check; today when not given
--time-zone IANA           zone of the clinic, such as Europe/Berlin; without it the later date counts
--regimen FILE             what is wished, as JSON
--answers FILE             answers to what is asked, as JSON: {"R09": {"reason": "..."}}
--follow-up FILE           how a patient on LDN does, as JSON: {"effects": "none", "peg": [4, 5, 5], "baseline": [7, 8, 7]}
--requester REFERENCE      who asks for the draft, such as Practitioner/p9
--jurisdiction COUNTRY     US, GB, NZ, AU, CA or ES: its records, names and alternatives, and what a brand with two
                           meanings is there; not given: US, and such a brand is asked about
--standing-warnings CODES  codes of warnings this EHR sends with every answer (Epic's 4119), apart by commas
--ndjson                   many charts: one result a line
--help                     this text

Exit codes: 0 a draft was made (with --follow-up: or none is needed); 2 bad input or usage; 3 blocked; 4 cannot tell, or a question is open.
With --ndjson: 0 every line was judged; 5 some line was an error; 2 the input could not be read to its end.`,
  options: {
    oneFile: (given: number) => `one FILE at a time; ${given} were given`,
    followUpOfOne: '--follow-up holds the answers of one patient; it does not go with --ndjson',
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
  followUp: {
    theFile: 'the file',
    noAnswers: 'must be one JSON object like {"effects": "none", "painScore": 4, "baseline": 7}',
    noEffects: (known: readonly string[]) => `must be one of ${known.join(', ')}`,
    noChange: (known: readonly string[]) => `must be one of ${known.join(', ')}`,
    noScore: 'must be a number from 0 to 10',
    noItems: 'must be three numbers from 0 to 10: pain, enjoyment of life, general activity',
    noBaseline: 'must be a number from 0 to 10, or three for PEG',
    noNights: 'must be a whole number of nights',
    noDose: 'must be a number of milligrams like 1.5',
    aboveCeiling: 'is above 4.5 mg, which no low dose is',
    noDay: 'must be a date of the calendar like 2026-02-01',
    afterCheck: (asOf: string) => `is after ${asOf}, the day of this check: nothing was taken yet`,
    twoMeasures: 'painScore and PEG are two measures, and are never compared: give one, and its own baseline',
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
