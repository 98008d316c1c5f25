/** What a worker needs of a run, from the run's folder: the plan, the shared rows, the tables of this installation. */

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withTables } from '#lib/assess/read-task.ts';
import { gapWords } from '#lib/population/export/gap-words.ts';
import { notRead } from '#lib/population/export/not-read.ts';
import type { Judging } from '#lib/population/judge/judge-bucket.ts';
import type { Partition, Plan } from '#lib/population/partition/plan.ts';
import { openSharedRows } from '#lib/population/partition/shared-rows.ts';
import { VERSION } from '#lib/settings/version.ts';
import { tablesFolder } from '#lib/terminology/load-tables.ts';
import type { Words } from '#lib/words/words-for.ts';

/** Within OUT: everything that is removed when the run has ended. */
export const RUN_FOLDER = '.population';
export const PLAN_FILE = 'plan.json';

/** @throws where this is no folder of a run, or the tables are missing. */
export function openRun(words: Words, folder: string): Judging {
  const plan: Plan = JSON.parse(readFileSync(path.join(folder, PLAN_FILE), 'utf8'));
  const task = withTables(words, plan.task);
  if ('refused' in task) throw new Error(task.refused);
  const preface = prefaceOf(words, plan.partition);
  return {
    words,
    folder,
    plan,
    task,
    shared: openSharedRows(path.join(folder, 'shared.sqlite')),
    preface,
    basis: JSON.stringify([VERSION, tablesHash(), plan.task, plan.names, plan.partition.sharedHash, preface]),
  };
}

/** What was not read of everybody stands first in every chart. */
function prefaceOf(words: Words, { outcomes, gaps }: Partition): readonly string[] {
  return [...outcomes, ...gaps.map((gap) => JSON.stringify(notRead(gapWords(words, gap))))];
}

function tablesHash(): string {
  const hash = createHash('sha256');
  const folder = tablesFolder();
  for (const name of readdirSync(folder).sort())
    hash.update(name).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}
