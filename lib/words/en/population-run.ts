/** What a run over an export says on standard error, and its help. */

export const POPULATION_USAGE = `A whole clinic, from a Bulk Data export:
       npm run --silent assess -- --bulk DIR --out DIR [--workers N | --queue redis://...] [--names] [--report-only]
                                  [--without TYPE,...] and the options above that say what every chart is asked

--bulk DIR                 folder of the export: NDJSON files, plain or gzip, with or without its manifest
--out DIR                  gets results.ndjson, unplaced.ndjson, report.json and report.html; a run that was stopped goes on from there
--workers N                processes on this machine; as many as it has cores when not given
--queue redis://...        hands the work to population workers by way of this Redis
--names                    the report names patients; without it, ids alone
--report-only              keeps the report and nothing else
--without TYPE,...         types of which this EHR keeps no rows: that no file of them came is no gap

The day of the check is that of the export (its transactionTime), and today where no manifest gives it.
Exit codes: 0 every patient was judged; 4 some row has no patient that can be told, or something of the export was not read;
5 some chart could not be judged; 2 bad input or usage; 130 stopped.`;

export const POPULATION_OPTIONS = {
  noFolder: '--bulk needs the folder of an export',
  noOut: '--bulk goes with --out DIR, for the results',
  outWithin: '--out must not lie within the export: its files would be read as part of it the next time',
  bothEngines: '--workers is of this machine, --queue of others: give one of them',
  noQueue: '--queue is no address like redis://host:6379',
  noWorkers: (given: string, most: number) => `--workers ${given} is no number from 1 to ${most}`,
  noPart: (given: string, known: readonly string[]) => `--without ${given} is none of ${known.join(', ')}`,
} as const;

export const POPULATION_WORKER = {
  usage: `usage: npm run population-worker -- redis://host:6379 [--workers N] [--under DIR]
Judges what runs begun with assess --bulk --queue hand out. It has to see their folders under the same names.
--workers N   processes on this machine; as many as it has cores when not given
--under DIR   takes runs whose folders lie under DIR and no others
Stops with Ctrl-C: what it was judging goes back to the queue.`,
  noRedis: 'there is no Redis to be reached at this address',
  foreignJob: 'this job is no bucket of a run that this worker may judge',
  waits: (count: number) => `waiting for buckets, ${count} at a time`,
  done: (bucket: string) => `${bucket} is judged`,
  failed: (bucket: string, why: string) => `${bucket} was not judged (${why}) and goes back to the queue`,
} as const;

/** By the code of what went wrong. */
const FETCH_FAILURES: Readonly<Record<string, string>> = {
  'not-smart': 'this address answers no SMART configuration with a token endpoint',
  'no-token':
    'the server gave no token: is the client registered there with its public key, for system/*.rs?',
  'foreign-host':
    'the export lies at a host that is not the one of this address, and gets no token; where it belongs to the same EHR, name it with --host',
  unreachable: 'the server did not answer, again and again',
  'not-encrypted': 'an address of the export is not https',
  'kick-off 401': 'the server refused the token (HTTP 401)',
  'kick-off 403': 'the server does not let this client export (HTTP 403)',
  'kick-off 404': 'the server knows no export there (HTTP 404): is the group right?',
  'status 404': 'the server no longer knows the export',
  folder: 'the folder holds something already: give an empty one',
  silent: 'a file stopped in the middle, again and again',
};

export const POPULATION_FETCH = {
  usage: `usage: npm run bulk-export -- ISSUER --out DIR [--group ID] [--client-id ID --keys FILE] [--host HOST]
Fetches a Bulk Data export of ISSUER (a FHIR base URL) into DIR, by SMART Backend Services (private_key_jwt, system/*.rs).
--group ID        the patients of Group/ID; without it all that the server exports
--client-id ID    as this client is registered there; without it that of the sites file
--keys FILE       private JWK Set whose first key signs; without it that of KEYS_FILE
--host HOST       a further host of the same EHR, which may be sent the token
Stopped or failed, the same command goes on: files that came are not fetched again.`,
  noIssuer: 'the issuer is no https address',
  noOut: '--out DIR is needed, for the files',
  noClient: 'the issuer is not in the sites file: name the client with --client-id',
  noKeys: 'the private key set cannot be read: name it with --keys',
  kickedOff: 'the export is asked for',
  goesOn: 'going on with the export that was begun here',
  waiting: (progress: string | null) =>
    `the server is making it${progress === null ? '' : ` (${progress.slice(0, 80)})`}`,
  file: (done: number, all: number) => `${done} of ${all} files`,
  done: (files: number, out: string) =>
    `${files} files in ${out}; next: npm run --silent assess -- --bulk ${out} --out ...`,
  outcomes: (files: number) =>
    `the server tells in ${files} files of what went wrong: assess --bulk counts that as not read`,
  stopped: 'stopped: the same command goes on from here',
  failed: (code: string) =>
    `the export was not fetched whole: ${FETCH_FAILURES[code] ?? code}. The same command goes on from here.`,
} as const;

interface Judged {
  readonly charts: number;
  readonly percent: number;
  readonly aSecond: number;
  readonly minutesLeft: number | null;
}

export const POPULATION_PROGRESS = {
  noRows: (folder: string) =>
    `${folder} holds no NDJSON file; a Bulk Data export has names like MedicationRequest.ndjson`,
  notOpened: (folder: string, why: string) => `${folder} cannot be read: ${why}`,
  sorting: (files: number, megabytes: number) =>
    `sorting the rows of ${files} files (${megabytes} MB) by patient`,
  sorted: (rows: number, buckets: number) => `${rows} rows in ${buckets} buckets`,
  goesOn: 'going on with the run that was stopped here',
  judged: ({ charts, percent, aSecond, minutesLeft }: Judged) =>
    `judged ${charts} patients, ${percent} %, ${aSecond} a second${minutesLeft === null ? '' : `, about ${minutesLeft} min left`}`,
  stopped: (out: string) =>
    `stopped: the same command goes on from here. What is kept for that holds patient data: ${out}`,
  failed: (why: string) => `the run ended before its end (${why}); the same command goes on from here`,
  sumsOpen: (what: readonly string[]) =>
    `the sums of this run do not close (${what.join(', ')}): do not use its report, and tell whoever keeps this program`,
  done: (patients: number, out: string) => `${patients} patients; the report is ${out}`,
  incomplete:
    'something of this export was not read or has no patient that can be told: "none found" says nothing of that. The report begins with it. Where this EHR keeps no rows of a type that was asked for: --without TYPE.',
  nobody: 'no population worker is there yet: npm run population-worker -- with the same address',
  notAllJudged: 'some patients could not be judged: the report lists them with the reason',
  otherRun:
    'another run works here; wait until it ends, or remove its lock when it is certain that none does',
} as const;
