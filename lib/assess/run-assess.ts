/** The command itself: words and streams in, exit code out. */
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import type { AssessOutcome } from './asked.ts';
import { assessText, printedLine } from './assess-text.ts';
import { linesIn } from './lines.ts';
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

const BAD_INPUT = 2;
/** With --ndjson: the input was read to its end, and what some line held could not be judged. */
const SOME_IN_ERROR = 5;

interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  readonly errors: Writable;
}

/** @returns 0 a draft was made, or none is needed (with --ndjson: every line was judged); 5 with --ndjson, some line was an error; 2 bad input or usage; 3 blocked; 4 cannot tell, or a confirmation is unanswered. */
export async function runAssess(args: readonly string[], streams: Streams): Promise<number> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const complain = (message: string) => {
    streams.errors.write(`${message}\n`);
    return BAD_INPUT;
  };
  if (args.some((word) => word === '--help' || word === '-h')) {
    streams.output.write(`${words.assess.usage}\n`);
    return 0;
  }
  const command = readOptions(words, args, Date.now());
  if ('refused' in command) return complain(`${command.refused}\n${words.assess.usage}`);
  const asked = readTask(words, command);
  const options = 'refused' in asked ? asked : withTables(words, asked);
  if ('refused' in options) return complain(options.refused);
  const ended = command.ndjson
    ? await assessLines(words, command.file, options, streams)
    : await assessFile(words, command.file ?? '', options, streams);
  return typeof ended === 'number' ? ended : complain(ended.refused);
}

async function assessFile(
  words: Words,
  file: string,
  options: ChartTask,
  { output, errors }: Streams,
): Promise<number | Refused> {
  const read = readText(words, file);
  if ('refused' in read) return read;
  const assessed = assessText(words, read.text, options);
  if ('refused' in assessed) return { refused: `${file} ${assessed.refused}` };
  if (assessed.ignoredAnswers.length > 0)
    errors.write(`${words.assess.answers.ignored(assessed.ignoredAnswers)}\n`);
  await print(printedLine(assessed), output);
  return EXIT[assessed.outcome];
}

async function assessLines(
  words: Words,
  file: string | null,
  options: ChartTask,
  streams: Streams,
): Promise<number | Refused> {
  try {
    const lines = linesIn(file === null ? streams.input : (await open(file)).createReadStream());
    let errors = 0;
    for await (const line of lines) {
      if (line.trim() === '') continue;
      const assessed = assessText(words, line, options);
      if ('refused' in assessed) errors += 1;
      await print(printedLine(assessed), streams.output);
    }
    return errors === 0 ? 0 : SOME_IN_ERROR;
  } catch (error) {
    return {
      refused: words.assess.file.notReadToItsEnd(
        file ?? words.assess.file.standardInput,
        errorCode(words, error),
      ),
    };
  }
}

async function print(line: string, output: Writable): Promise<void> {
  if (!output.write(`${line}\n`)) await once(output, 'drain');
}
