/**
 * `npm run bench`: medians and ratios of one run. Ratios can be compared between machines, single figures cannot. `npm run bench -- hooks`
 * runs those that are named alone.
 */
import os from 'node:os';
import { benchAssessLines } from './assess-lines.ts';
import { benchHooks, hookLine } from './hooks.ts';
import { benchJudgement } from './judgement.ts';
import { benchLaunches, launchLines } from './launches.ts';
import { benchNames } from './names.ts';
import { benchPopulation } from './population.ts';
import { benchFirstSight, benchRecognition } from './recognition.ts';
import { benchRedraw, redrawLine } from './redraw.ts';

/** The nearest peer's opioid check of 500 orders, on 2 cores (CQL in the browser). */
const PEER_500_ORDERS_MS = 259;

/** The lines that each prints. */
const BENCHES: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  recognition: async () => [
    `recognition: ${count(benchRecognition())} medications a second on one core, ${count(benchFirstSight())} at first sight of a text`,
  ],
  judgement: async () => benchJudgement().flatMap(judgementLines),
  assess: async () => {
    const { perSecond, bundles } = await benchAssessLines();
    return [`assess --ndjson: ${count(perSecond)} bundles a second (${bundles} story charts)`];
  },
  hooks: async () => (await benchHooks()).map(hookLine),
  population: benchPopulation,
  launches: async () => [`\n${launchLines(await benchLaunches())}`],
  redraw: async () => [redrawLine(await benchRedraw())],
};

const [first, ...rest] = process.argv.slice(2);
if (first === 'names') {
  benchNames(rest);
  process.exit();
}
const asked = first === undefined ? Object.keys(BENCHES) : [first, ...rest];
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name));
if (unknown.length > 0) {
  console.error(
    `No bench is called ${unknown.join(', ')}: ${[...Object.keys(BENCHES), 'names'].join(', ')}.`,
  );
  process.exit(2);
}

console.log(`${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`);
for (const name of asked) for (const line of (await BENCHES[name]?.()) ?? []) console.log(line);

function judgementLines({ chart, medians, growth }: ReturnType<typeof benchJudgement>[number]): string[] {
  const times = medians
    .map(({ orders, milliseconds }) => `${orders}: ${milliseconds.toFixed(2)} ms`)
    .join(', ');
  const at500 = medians.find(({ orders }) => orders === 500)?.milliseconds ?? Number.NaN;
  return [
    `judgement of ${chart} orders, median: ${times}`,
    `  growth a tenfold chart: ${growth.map((ratio) => `x${ratio.toFixed(1)}`).join(', ')} (x10 is linear)`,
    `  500 orders against the peer's ${PEER_500_ORDERS_MS} ms: ${(PEER_500_ORDERS_MS / at500).toFixed(0)} times as fast`,
  ];
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
