/** The command for a run over an export: words in, exit code out. */

import path from 'node:path';
import { errorCode, readTask } from '#lib/assess/read-task.ts';
import { type ExportFolder, openExport } from '#lib/population/export/open-export.ts';
import { isAllRead, isWhole } from '#lib/population/report/report.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { type Words, wordsFor } from '#lib/words/words-for.ts';
import { RUN_FOLDER } from './open-run.ts';
import { readPopulationOptions } from './options.ts';
import { type Outside, RunRefused, run, SumsOpen } from './run.ts';

const BAD_INPUT = 2;
const NOT_ALL_READ = 4;
const SOME_IN_ERROR = 5;
const STOPPED = 130;

/** @returns 0 every patient was judged and every row has a place; 4 not all of the export could be read; 5 some patient could not be judged; 2 bad input or usage; 130 stopped. */
export async function runPopulation(args: readonly string[], outside: Outside): Promise<number> {
  const words = wordsFor(LANGUAGE_OF.screens);
  const { progress: says, usage } = words.population;
  const say = (line: string) => outside.errors.write(`${line}\n`);
  const options = readPopulationOptions(words, args);
  if ('refused' in options) {
    say(`${options.refused}\n${usage}`);
    return BAD_INPUT;
  }
  const opened = opens(words, options.folder);
  if ('refused' in opened) {
    say(opened.refused);
    return BAD_INPUT;
  }
  const { transactionTime } = opened;
  const asked = options.asked(transactionTime === null ? outside.now() : Date.parse(transactionTime));
  const task = 'refused' in asked ? asked : readTask(words, asked);
  if ('refused' in task) {
    say(task.refused);
    return BAD_INPUT;
  }
  try {
    const report = await run(words, options, opened, task, outside);
    say(says.done(report.patients.in, path.join(options.out, 'report.html')));
    if (isWhole(report)) return 0;
    const isRead = isAllRead(report);
    say(isRead ? says.notAllJudged : says.incomplete);
    return isRead ? SOME_IN_ERROR : NOT_ALL_READ;
  } catch (error) {
    if (outside.stop.aborted) {
      say(says.stopped(path.join(options.out, RUN_FOLDER)));
      return STOPPED;
    }
    if (error instanceof SumsOpen) say(says.sumsOpen(error.what));
    else say(error instanceof RunRefused ? error.message : says.failed(whyOf(error)));
    return BAD_INPUT;
  }
}

function opens(words: Words, folder: string): ExportFolder | { readonly refused: string } {
  try {
    const opened = openExport(folder);
    return opened.files.length === 0 ? { refused: words.population.progress.noRows(folder) } : opened;
  } catch (error) {
    return { refused: words.population.progress.notOpened(folder, errorCode(words, error)) };
  }
}

/** Messages of the program's own faults may hold anything: their code or kind says enough. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.message.length < 40 ? error.message : error.name;
}
