/** A process that judges: told a bucket, it answers when that is done. It ends when whoever started it has. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { judgeBucket } from '#lib/population/judge/judge-bucket.ts';
import type { Bucket } from '#lib/population/partition/plan.ts';
import { LANGUAGE_OF } from '#lib/words/language.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { openRun, PLAN_FILE } from './open-run.ts';

type ToJudge = { readonly folder: string; readonly bucket: Bucket };
export type FromJudge =
  | { readonly charts: number }
  | { readonly done: string }
  /** Without patient data. */
  | { readonly failed: string };

/** Ctrl-C goes to every process of a terminal: the one that started this one ends it. */
process.on('SIGINT', () => {});
process.on('disconnect', () => process.exit());

let run: ReturnType<typeof openRun> | null = null;
/** A run that is begun anew with other options has another one in the same folder. */
let planOfRun = '';

process.on('message', async ({ folder, bucket }: ToJudge) => {
  try {
    const plan = readFileSync(path.join(folder, PLAN_FILE), 'utf8');
    if (run?.folder !== folder || plan !== planOfRun) run = openRun(wordsFor(LANGUAGE_OF.screens), folder);
    planOfRun = plan;
    let told = performance.now();
    const done = await judgeBucket(bucket, run, (charts) => {
      if (performance.now() - told < 200) return;
      told = performance.now();
      tell({ charts });
    });
    tell({ done });
  } catch (error) {
    tell({
      failed: error instanceof Error ? ('code' in error && String(error.code)) || error.name : 'unknown',
    });
  }
});

function tell(message: FromJudge): void {
  if (process.connected) process.send?.(message);
}
