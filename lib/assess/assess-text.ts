/** One Bundle's text to what is printed of it: the one way from a chart to its line, for a file, for many lines and for a whole clinic. */
import { createHash } from 'node:crypto';
import type { Chart } from '#lib/chart/chart.ts';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import type { Words } from '#lib/words/words-for.ts';
import { type Assessment, assessChart } from './assess-chart.ts';
import { ordersInBundle } from './orders-in-bundle.ts';
import { parseJson } from './parse-json.ts';
import { resourcesInBundle } from './resources-in-bundle.ts';
import type { ChartTask } from './task.ts';

export type AssessedText = (Assessment & { readonly chart: Chart }) | { readonly refused: string };

/** A fault of the program is an error in this chart's place too: the charts after it are still judged. */
export function assessText(words: Words, text: string, task: ChartTask): AssessedText {
  try {
    return assessOne(words, text, task);
  } catch (error) {
    return {
      refused: words.assess.chart.notJudged(error instanceof Error ? error.name : 'unknown'),
    };
  }
}

/** A line of results: the object, or what stands in its place. */
export function printedLine(assessed: AssessedText): string {
  return JSON.stringify('refused' in assessed ? { error: assessed.refused } : assessed.result);
}

function assessOne(words: Words, text: string, task: ChartTask): AssessedText {
  const parsed = parseJson(words, text);
  if ('refused' in parsed) return parsed;
  const read = readBundle(parsed.json, task.standingWarnings);
  if ('refused' in read)
    return {
      refused: `${words.bundleRefusal.bundleRefusalWords(read.refused)}${howToGive(words, parsed.json)}`,
    };
  const { chart } = read;
  const resources = task.followUp == null ? [] : resourcesInBundle(parsed.json);
  const options = {
    ...task,
    ownOrders: ordersInBundle(resources, chart),
    resources: resources.map(({ resource }) => resource),
    get draftIdentifier() {
      return identifierOf(chart, task);
    },
  };
  return { ...assessChart(words, chart, options), chart };
}

/** What else of FHIR a file may hold, and how that is read. */
function howToGive(words: Words, json: unknown): string {
  if (Array.isArray(json)) {
    return words.assess.chart.array;
  }
  const type = json !== null && typeof json === 'object' && 'resourceType' in json ? json.resourceType : null;
  if (typeof type !== 'string' || type === 'Bundle') return '';
  return words.assess.chart.oneResource;
}

/**
 * The same chart and the same question give the same draft, in whatever order the rows came: a UUID made from what was asked
 * (RFC 9562, version 8).
 */
function identifierOf(
  { ledger: _, ...chart }: Chart,
  { asOf, regimen, answers, requester, followUp }: ChartTask,
): string {
  const rows = Object.values(chart)
    .flat()
    .map((row) => JSON.stringify(row));
  const hash = createHash('sha256')
    .update(rows.sort().join('\n'))
    .update(JSON.stringify({ asOf, regimen, answers, requester, ...(followUp == null ? {} : { followUp }) }))
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
