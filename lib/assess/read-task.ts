/** Shell: what every chart of a run is asked, with the files that the options name read; it can be written down and read again elsewhere. */
import { readFileSync } from 'node:fs';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import { readRegimen } from '#lib/titration/read-regimen.ts';
import type { Words } from '#lib/words/words-for.ts';
import { parseJson } from './parse-json.ts';
import { readAnswersFile } from './read-answers-file.ts';
import { readFollowUpFile } from './read-follow-up-file.ts';
import type { AskedOptions } from './read-options.ts';
import type { AssessTask, ChartTask } from './task.ts';

/** Members of the regimen file that say how fast the dose goes up. */
const SCHEDULE: readonly string[] = ['startMg', 'stepMg', 'intervalDays', 'ceilingMg', 'days', 'strengthsMg'];

export type Refused = { readonly refused: string };

export function readTask(words: Words, command: AskedOptions): AssessTask | Refused {
  const file = command.regimenFile === null ? { json: {} } : readJsonFile(words, command.regimenFile);
  if ('refused' in file) return file;
  const regimen = readRegimen(file.json, command.asOf);
  if ('refused' in regimen)
    return { refused: `${command.regimenFile}: ${words.regimenFile.regimenFileWords(regimen.refused)}` };
  const written = Object.keys(file.json as object);
  const answers = command.answersFile === null ? { json: {} } : readJsonFile(words, command.answersFile);
  if ('refused' in answers) return answers;
  const read = readAnswersFile(words, answers.json, command.asOf);
  if ('refused' in read) return { refused: `${command.answersFile}: ${read.refused}` };
  const followUp = followUpOf(words, command);
  if (followUp !== null && 'refused' in followUp) return followUp;
  return {
    asOf: command.asOf,
    timeZone: command.timeZone,
    requester: command.requester,
    standingWarnings: command.standingWarnings,
    jurisdiction: command.jurisdiction,
    regimen: regimen.regimen,
    leftOpen: {
      startDate: !written.includes('startDate'),
      filler: !written.includes('filler'),
      schedule: !written.some((member) => SCHEDULE.includes(member)),
    },
    answers: read.answers,
    followUp:
      followUp === null
        ? null
        : {
            answers: followUp.answers,
            preparation: written.includes('preparation') ? regimen.regimen.preparation : null,
            strengths: written.includes('strengthsMg') ? regimen.regimen.strengths : null,
          },
  };
}

function followUpOf(words: Words, { followUpFile: file, asOf }: AskedOptions) {
  if (file === null) return null;
  const given = readJsonFile(words, file);
  if ('refused' in given) return given;
  const read = readFollowUpFile(words, given.json, asOf);
  return 'refused' in read ? { refused: `${file}: ${read.refused}` } : read;
}

/** With the tables of this installation. Missing tables are told in one line: without them nothing is judged. */
export function withTables(words: Words, task: AssessTask): ChartTask | Refused {
  try {
    const { recognise, tables } = installedRecogniser(task.jurisdiction);
    return { ...task, recognise, absentTables: words.tables.absentTables(tables) };
  } catch (error) {
    return { refused: error instanceof Error ? error.message : words.assess.noTables };
  }
}

function readJsonFile(words: Words, file: string): { json: unknown } | Refused {
  const read = readText(words, file);
  if ('refused' in read) return read;
  const parsed = parseJson(words, read.text);
  return 'refused' in parsed ? { refused: `${file} ${parsed.refused}` } : parsed;
}

export function readText(words: Words, file: string): { text: string } | Refused {
  try {
    return { text: readFileSync(file, 'utf8') };
  } catch (error) {
    return { refused: words.assess.file.notRead(file, errorCode(words, error)) };
  }
}

export function errorCode(words: Words, error: unknown): string {
  const code =
    error instanceof Error && 'code' in error ? String(error.code) : words.assess.file.unknownError;
  return code === 'ENOENT' ? words.assess.file.absent : code === 'EISDIR' ? words.assess.file.folder : code;
}
