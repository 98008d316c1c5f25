/** `npm run bench`: medians and ratios of one run. Ratios can be compared between machines, single figures cannot. */
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

if (process.argv[2] === 'names') {
  benchNames(process.argv.slice(3));
  process.exit();
}

console.log(`${os.cpus().length} cores, Node ${process.version}, load ${os.loadavg()[0]?.toFixed(1)}\n`);

const recognition = benchRecognition();
console.log(
  `recognition: ${count(recognition)} medications a second on one core, ${count(benchFirstSight())} at first sight of a text`,
);

for (const { chart, medians, growth } of benchJudgement()) {
  const times = medians
    .map(({ orders, milliseconds }) => `${orders}: ${milliseconds.toFixed(2)} ms`)
    .join(', ');
  console.log(`judgement of ${chart} orders, median: ${times}`);
  console.log(
    `  growth a tenfold chart: ${growth.map((ratio) => `x${ratio.toFixed(1)}`).join(', ')} (x10 is linear)`,
  );
  const at500 = medians.find(({ orders }) => orders === 500)?.milliseconds ?? Number.NaN;
  console.log(
    `  500 orders against the peer's ${PEER_500_ORDERS_MS} ms: ${(PEER_500_ORDERS_MS / at500).toFixed(0)} times as fast`,
  );
}

const { perSecond, bundles } = await benchAssessLines();
console.log(`assess --ndjson: ${count(perSecond)} bundles a second (${bundles} story charts)`);

for (const one of await benchHooks()) console.log(hookLine(one));

for (const line of await benchPopulation()) console.log(line);

console.log(`\n${launchLines(await benchLaunches())}`);
console.log(redrawLine(await benchRedraw()));

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}
