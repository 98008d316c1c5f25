/** The command itself: words and streams in, exit code out. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import { ASSESS_WORDS } from '#lib/words/en/assess.ts';
import { bundleRefusalWords } from '#lib/words/en/bundle-refusal.ts';
import { regimenFileWords } from '#lib/words/en/regimen-file.ts';
import { absentTables } from '#lib/words/en/tables.ts';
import { type AssessOptions, type AssessOutcome, assessChart } from './assess-chart.ts';
import { parseJson } from './parse-json.ts';
import { type AnswersFile, readAnswersFile } from './read-answers-file.ts';
import { type CommandOptions, readOptions } from './read-options.ts';

const EXIT: Record<AssessOutcome, number> = {
  draft: 0,
  blocked: 3,
  'cannot-tell': 4,
  'needs-confirmation': 4,
};
const FILE = ASSESS_WORDS.file;

const BAD_INPUT = 2;
/** With --ndjson: the input was read to its end, and what some line held could not be judged. */
const SOME_IN_ERROR = 5;

/** Members of the regimen file that say how fast the dose goes up. */
const SCHEDULE: readonly string[] = ['startMg', 'stepMg', 'intervalDays', 'ceilingMg', 'days', 'strengthsMg'];

type Refused = { readonly refused: string };
type Fixed = Omit<AssessOptions, 'draftIdentifier'> & Pick<CommandOptions, 'standingWarnings'>;

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** @returns 0 a draft was made (with --ndjson: every line was judged); 5 with --ndjson, some line was an error; 2 bad input or usage; 3 blocked; 4 cannot tell, or a confirmation is unanswered. */
export async function runAssess(words: readonly string[], streams: Streams): Promise<number> {
  const complain = (message: string) => {
    streams.errors.write(`${message}\n`);
    return BAD_INPUT;
  };
  if (words.some((word) => word === '--help' || word === '-h')) {
    streams.output.write(`${ASSESS_WORDS.usage}\n`);
    return 0;
  }
  const command = readOptions(words, Date.now());
  if ('refused' in command) return complain(`${command.refused}\n${ASSESS_WORDS.usage}`);
  const options = withTables(() => fixedOptions(command));
  if ('refused' in options) return complain(options.refused);
  const ended = command.ndjson
    ? await assessLines(command.file, options, streams)
    : await assessFile(command.file ?? '', options, streams);
  return typeof ended === 'number' ? ended : complain(ended.refused);
}

/** Missing tables are told in one line: without them nothing is judged. */
function withTables(read: () => Fixed | Refused): Fixed | Refused {
  try {
    return read();
  } catch (error) {
    return { refused: error instanceof Error ? error.message : ASSESS_WORDS.noTables };
  }
}

function fixedOptions(command: CommandOptions): Fixed | Refused {
  const file = command.regimenFile === null ? { json: {} } : readJsonFile(command.regimenFile);
  if ('refused' in file) return file;
  const regimen = readRegimen(file.json, command.asOf);
  if ('refused' in regimen)
    return { refused: `${command.regimenFile}: ${regimenFileWords(regimen.refused)}` };
  const written = Object.keys(file.json as object);
  const answers = command.answersFile === null ? { json: {} } : readJsonFile(command.answersFile);
  if ('refused' in answers) return answers;
  const read: { answers: AnswersFile } | Refused = readAnswersFile(answers.json, command.asOf);
  if ('refused' in read) return { refused: `${command.answersFile}: ${read.refused}` };
  const { recognise, tables } = installedRecogniser(command.jurisdiction);
  return {
    asOf: command.asOf,
    timeZone: command.timeZone,
    requester: command.requester,
    standingWarnings: command.standingWarnings,
    regimen: regimen.regimen,
    leftOpen: {
      startDate: !written.includes('startDate'),
      filler: !written.includes('filler'),
      schedule: !written.some((member) => SCHEDULE.includes(member)),
    },
    answers: read.answers,
    recognise,
    absentTables: absentTables(tables),
  };
}

async function assessFile(
  file: string,
  options: Fixed,
  { output, errors }: Streams,
): Promise<number | Refused> {
  const read = readText(file);
  if ('refused' in read) return read;
  const assessed = assessText(read.text, options);
  if ('refused' in assessed) return { refused: `${file} ${assessed.refused}` };
  if (assessed.ignoredAnswers.length > 0)
    errors.write(`${ASSESS_WORDS.answers.ignored(assessed.ignoredAnswers)}\n`);
  await print(assessed.result, output);
  return EXIT[assessed.outcome];
}

async function assessLines(file: string | null, options: Fixed, streams: Streams): Promise<number | Refused> {
  try {
    const lines =
      file === null
        ? createInterface({ input: streams.input, crlfDelay: Number.POSITIVE_INFINITY })
        : (await open(file)).readLines();
    let errors = 0;
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const assessed = assessText(line, options);
      if ('refused' in assessed) errors += 1;
      await print('refused' in assessed ? { error: assessed.refused } : assessed.result, streams.output);
    }
    return errors === 0 ? 0 : SOME_IN_ERROR;
  } catch (error) {
    return { refused: FILE.notReadToItsEnd(file ?? FILE.standardInput, errorCode(error)) };
  }
}

/** A fault of the program is an error in this chart's place too: the charts after it are still judged. */
function assessText(text: string, options: Fixed) {
  try {
    return assessOne(text, options);
  } catch (error) {
    return {
      refused: ASSESS_WORDS.chart.notJudged(error instanceof Error ? error.name : 'unknown'),
    };
  }
}

function assessOne(text: string, options: Fixed) {
  const parsed = parseJson(text);
  if ('refused' in parsed) return parsed;
  const read = readBundle(parsed.json, options.standingWarnings);
  if ('refused' in read) return { refused: `${bundleRefusalWords(read.refused)}${howToGive(parsed.json)}` };
  return assessChart(read.chart, { ...options, draftIdentifier: identifierOf(text, options) });
}

/** What else of FHIR a file may hold, and how that is read. */
function howToGive(json: unknown): string {
  if (Array.isArray(json)) {
    return ASSESS_WORDS.chart.array;
  }
  const type = json !== null && typeof json === 'object' && 'resourceType' in json ? json.resourceType : null;
  if (typeof type !== 'string' || type === 'Bundle') return '';
  return ASSESS_WORDS.chart.oneResource;
}

/** The same input gives the same draft: a UUID made from what was asked (RFC 9562, version 8). */
function identifierOf(text: string, { asOf, regimen, answers, requester }: Fixed): string {
  const hash = createHash('sha256')
    .update(text)
    .update(JSON.stringify({ asOf, regimen, answers, requester }))
    .digest('hex');
  const variant = ((Number.parseInt(hash.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
}

function readJsonFile(file: string): { json: unknown } | Refused {
  const read = readText(file);
  if ('refused' in read) return read;
  const parsed = parseJson(read.text);
  return 'refused' in parsed ? { refused: `${file} ${parsed.refused}` } : parsed;
}

function readText(file: string): { text: string } | Refused {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { refused: FILE.notRead(file, errorCode(error)) };
  }
}

function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : FILE.unknownError;
  return code === 'ENOENT' ? FILE.absent : code === 'EISDIR' ? FILE.folder : code;
}

async function print(result: object, output: Writable): Promise<void> {
  if (!output.write(`${JSON.stringify(result)}\n`)) await once(output, 'drain');
}
