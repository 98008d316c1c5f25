/** The store that holds what was reviewed does not answer in time: an order is not called the reviewed one, and nobody waits for it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { metricsText } from '#lib/operations/metrics.ts';
import { openStore } from '#lib/store/stored-records.ts';
import { callingEhr, cardsOf, draft, NALTREXONE, OXYCODONE, prefetchOf } from './calling-ehr.ts';

callingEhr();

const duloxetine = draft('m0', 'duloxetine 60 mg capsule', { status: 'active', authoredOn: '2025-11-10' });
const prefetch = prefetchOf([duloxetine]);

const late = () =>
  vi.spyOn(openStore(), 'read').mockImplementation(async () => {
    await sleep(2_000, undefined, { ref: false });
    return new Map();
  });
const counted = () =>
  Number(/ldn_hook_unremembered_total\{service="ldn-order-sign"\} (\d+)/.exec(metricsText())?.[1] ?? 0);

test('naltrexone is ordered: a card says that it was not compared, and the call is counted', async () => {
  expect(await cardsOf('ldn-order-sign', { drafts: [NALTREXONE], prefetch })).toEqual([]);
  late();
  const before = counted();
  const begun = performance.now();
  const cards = await cardsOf('ldn-order-sign', { drafts: [NALTREXONE], prefetch });
  expect(performance.now() - begun).toBeLessThan(1_500);
  expect(cards.map(({ indicator, summary }) => [indicator, summary])).toEqual([
    [
      'warning',
      'Cannot tell whether naltrexone 1.5 mg capsule is what was reviewed in LDN Titration: its records did not answer. Compare before signing.',
    ],
  ]);
  expect(counted()).toBe(before + 1);
});

test('a store that fails between two answers is none that says nothing was reviewed', async () => {
  vi.spyOn(openStore(), 'read').mockRejectedValue(new Error('gone'));
  const [card] = await cardsOf('ldn-order-sign', { drafts: [NALTREXONE], prefetch });
  expect(card?.summary).toContain('Cannot tell whether');
});

test('any other order is held up by no card', async () => {
  late();
  expect(await cardsOf('ldn-order-sign', { drafts: [OXYCODONE], prefetch })).toEqual([]);
  expect(await cardsOf('ldn-order-sign', { drafts: [draft('d1', 'ibuprofen')], prefetch })).toEqual([]);
});
