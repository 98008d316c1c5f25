/** How long a judgement takes at 50, 500 and 5,000 medication orders, and how it grows. Runs alone, too. */
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { manyOrders } from '../patients/many-orders.ts';

const SIZES = [50, 500, 5_000] as const;
const WARM_UP_MS = 500;
const ROUNDS = 41;

/** `ordinary`: no opioid, dates alone, zone unknown. `opioids`: every second order one, with instants, in a known zone. */
type BenchChart = 'ordinary' | 'opioids';

interface JudgementBench {
  readonly chart: BenchChart;
  /** Median milliseconds, warm, by number of orders. */
  readonly medians: readonly { readonly orders: number; readonly milliseconds: number }[];
  /** Time at 5,000 orders over time at 500, and at 500 over 50: 10 is linear. */
  readonly growth: readonly number[];
}

const OPIOIDS = [
  ['1049621', 'oxycodone hydrochloride 5 MG Oral Tablet'],
  ['835603', 'tramadol hydrochloride 50 MG Oral Tablet'],
  ['857002', 'acetaminophen 325 MG / hydrocodone bitartrate 5 MG Oral Tablet'],
] as const;

export function benchJudgement(): readonly JudgementBench[] {
  return (['ordinary', 'opioids'] as const).map((chart) => {
    const medians = SIZES.map((orders) => ({ orders, milliseconds: median(chart, orders) }));
    const times = medians.map(({ milliseconds }) => milliseconds);
    return { chart, medians, growth: times.slice(1).map((time, index) => time / (times[index] ?? time)) };
  });
}

function median(kind: BenchChart, orders: number): number {
  const read = readBundle(kind === 'opioids' ? withOpioids(orders) : manyOrders(orders));
  if ('refused' in read) throw new Error(`the chart of the bench was refused: ${read.refused.code}`);
  const { recognise } = installedRecogniser();
  const timeZone = kind === 'opioids' ? 'America/New_York' : null;
  const judge = () =>
    judgeSafety(read.chart, {
      asOf: '2026-03-02' as CalendarDate,
      timeZone,
      recognise,
      preparation: 'capsules',
    });
  const warm = performance.now() + WARM_UP_MS;
  while (performance.now() < warm) judge();
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now();
    judge();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[ROUNDS >> 1] ?? Number.NaN;
}

function withOpioids(orders: number): object {
  const bundle = structuredClone(manyOrders(orders));
  let count = 0;
  for (const { resource } of bundle.entry ?? []) {
    if (resource?.resourceType !== 'MedicationRequest') continue;
    const [code, display] = OPIOIDS[count % OPIOIDS.length] ?? OPIOIDS[0];
    const [hour, minute] = [count % 24, (count * 7) % 60].map((part) => String(part).padStart(2, '0'));
    resource.authoredOn = `${resource.authoredOn}T${hour}:${minute}:00-05:00`;
    if (count % 2 === 0) {
      resource.medicationCodeableConcept = {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code, display }],
        text: display,
      };
    }
    count++;
  }
  return bundle;
}

if (import.meta.main) {
  for (const { chart, medians, growth } of benchJudgement()) {
    const times = medians.map(({ orders, milliseconds }) => `${orders} orders ${milliseconds.toFixed(2)} ms`);
    console.log(
      `judgement, ${chart}: ${times.join(', ')}; growth ${growth.map((ratio) => ratio.toFixed(1)).join(', ')}`,
    );
  }
}
