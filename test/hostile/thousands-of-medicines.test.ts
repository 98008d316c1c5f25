import { expect, test } from 'vitest';
import { readBundle } from '#lib/chart/read/read-bundle.ts';
import { judgeSafety } from '#lib/safety/judge-safety.ts';
import { installedRecogniser } from '#lib/terminology/load-tables.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { chartWith } from './every-text-field.ts';
import { reviewScreen, safetyScreen } from './screens.ts';

const { recognise } = installedRecogniser();
const asOf = '2026-03-02' as CalendarDate;
const [patient, order] = (chartWith('x', []) as { entry: { resource: Record<string, unknown> }[] }).entry;

test('5,000 medicines that nobody knows make two screens of less than 2 MB, each within a second', () => {
  const orders = Array.from({ length: 5_000 }, (_, at) => ({
    resource: {
      ...order?.resource,
      id: `m${at}`,
      medicationCodeableConcept: { text: `Zqx${at.toString(36)}vrk ${at}` },
    },
  }));
  const read = readBundle({ resourceType: 'Bundle', type: 'collection', entry: [patient, ...orders] });
  if ('refused' in read) throw new Error(read.refused.code);
  const judgement = judgeSafety(read.chart, { asOf, timeZone: null, recognise, preparation: 'capsules' });
  for (const screen of [safetyScreen, reviewScreen]) {
    let html = '';
    const times = [1, 2].map(() => {
      const before = process.threadCpuUsage();
      html = screen(read.chart, judgement);
      return process.threadCpuUsage(before).user / 1000;
    });
    expect(html.length).toBeLessThan(2_000_000);
    // One list to read, not a question each; none is left out.
    expect(new Set(html.match(/Zqx\w+vrk \d+/g)).size).toBe(5_000);
    expect(html.match(/<fieldset/g)?.length ?? 0).toBeLessThan(10);
    expect(Math.min(...times)).toBeLessThan(1_000);
  }
});
