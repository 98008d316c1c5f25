/** The command itself: words and streams in, exit code out. */
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { ASSESS_WORDS } from '#lib/words/en/assess.ts';
import type { AssessOutcome } from './asked.ts';
import { assessText, printedLine } from './assess-text.ts';
import { readOptions } from './read-options.ts';
import { errorCode, type Refused, readTask, readText, withTables } from './read-task.ts';
import type { ChartTask } from './task.ts';

const EXIT: Record<AssessOutcome, number> = {
  draft: 0,
  blocked: 3,
  'cannot-tell': 4,
  'needs-confirmation': 4,
  'no-draft': 0,
};
const FILE = ASSESS_WORDS.file;

const BAD_INPUT = 2;
/** With --ndjson: the input was read to its end, and what some line held could not be judged. */
const SOME_IN_ERROR = 5;

export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** @returns 0 a draft was made, or none is needed (with --ndjson: every line was judged); 5 with --ndjson, some line was an error; 2 bad input or usage; 3 blocked; 4 cannot tell, or a confirmation is unanswered. */
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
  const asked = readTask(command);
  const options = 'refused' in asked ? asked : withTables(asked);
  if ('refused' in options) return complain(options.refused);
  const ended = command.ndjson
    ? await assessLines(command.file, options, streams)
    : await assessFile(command.file ?? '', options, streams);
  return typeof ended === 'number' ? ended : complain(ended.refused);
}

async function assessFile(
  file: string,
  options: ChartTask,
  { output, errors }: Streams,
): Promise<number | Refused> {
  const read = readText(file);
  if ('refused' in read) return read;
  const assessed = assessText(read.text, options);
  if ('refused' in assessed) return { refused: `${file} ${assessed.refused}` };
  if (assessed.ignoredAnswers.length > 0)
    errors.write(`${ASSESS_WORDS.answers.ignored(assessed.ignoredAnswers)}\n`);
  await print(printedLine(assessed), output);
  return EXIT[assessed.outcome];
}

async function assessLines(
  file: string | null,
  options: ChartTask,
  streams: Streams,
): Promise<number | Refused> {
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
      await print(printedLine(assessed), streams.output);
    }
    return errors === 0 ? 0 : SOME_IN_ERROR;
  } catch (error) {
    return { refused: FILE.notReadToItsEnd(file ?? FILE.standardInput, errorCode(error)) };
  }
}

async function print(line: string, output: Writable): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
}
