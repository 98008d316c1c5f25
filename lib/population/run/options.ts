/** The command line's words for a run over an export. */

import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ASKED, type AskedOptions, readAsked } from '#lib/assess/read-options.ts';
import type { Refused } from '#lib/assess/read-task.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import type { Words } from '#lib/words/words-for.ts';

export interface PopulationOptions {
  readonly folder: string;
  readonly out: string;
  readonly workers: number;
  /** Address of the Redis whose workers judge; null: this machine's own processes. */
  readonly queue: string | null;
  readonly names: boolean;
  /** Results and rows without a place are not kept. */
  readonly reportOnly: boolean;
  /** Types of which this EHR keeps no rows. */
  readonly without: readonly string[];
  /** @param now the moment whose day is that of the check where none is given */
  readonly asked: (now: number) => AskedOptions | Refused;
}

const MOST_WORKERS = 256;

export function readPopulationOptions(words: Words, args: readonly string[]): PopulationOptions | Refused {
  try {
    return checked(words, args);
  } catch (error) {
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

function checked(words: Words, args: readonly string[]): PopulationOptions | Refused {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...ASKED,
      bulk: { type: 'string' },
      out: { type: 'string' },
      workers: { type: 'string' },
      queue: { type: 'string' },
      names: { type: 'boolean', default: false },
      'report-only': { type: 'boolean', default: false },
      without: { type: 'string' },
    },
  });
  const { bulk, out, queue } = values;
  if (!bulk) return { refused: words.population.options.noFolder };
  if (!out) return { refused: words.population.options.noOut };
  if (isWithin(bulk, out)) return { refused: words.population.options.outWithin };
  if (queue !== undefined && values.workers !== undefined)
    return { refused: words.population.options.bothEngines };
  if (queue !== undefined && !isRedis(queue)) return { refused: words.population.options.noQueue };
  const workers = values.workers === undefined ? availableParallelism() : Number(values.workers);
  if (!Number.isInteger(workers) || workers < 1 || workers > MOST_WORKERS)
    return { refused: words.population.options.noWorkers(values.workers ?? '', MOST_WORKERS) };
  const without = (values.without ?? '')
    .split(',')
    .map((type) => type.trim())
    .filter(Boolean);
  const unknown = without.find((type) => !MAY_BE_WITHOUT.includes(type));
  if (unknown !== undefined) return { refused: words.population.options.noPart(unknown, MAY_BE_WITHOUT) };
  return {
    folder: path.resolve(bulk),
    out: path.resolve(out),
    workers,
    queue: queue ?? null,
    names: values.names,
    reportOnly: values['report-only'],
    without,
    asked: (now) => readAsked(words, values, now),
  };
}

/** Without a patient or orders nothing can be told. */
const MAY_BE_WITHOUT: readonly string[] = CHART_PARTS.filter(
  (part) => part !== 'Patient' && part !== 'MedicationRequest',
);

/** What is written there would be read as part of the export the next time. */
function isWithin(folder: string, out: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(out));
  return way === '' || !(way.startsWith('..') || path.isAbsolute(way));
}

export function isRedis(address: string): boolean {
  return ['redis:', 'rediss:'].includes(URL.parse(address)?.protocol ?? '');
}
