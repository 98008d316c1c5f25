import { describe, expect, test } from 'vitest';
import { wordsOfOrders, writtenBefore } from '#lib/words/en/own-orders.ts';
import { writeWords } from '#lib/words/en/write.ts';

const ORDER = { state: 'draft', count: 1, isMixed: false, isSerious: false, daysOld: 0 } as const;

describe('the worst of what stands is said first', () => {
  test('another drug or dose than was sent, of a draft and of a signed order alike', () => {
    expect(wordsOfOrders({ ...ORDER, isSerious: true, isMixed: true }).title).toBe(
      'Draft in chart, not as it was sent',
    );
    for (const state of ['signed', 'on-hold', 'completed'] as const) {
      const words = wordsOfOrders({ ...ORDER, state, isSerious: true });
      expect(words.title).toBe('Order in chart, not as it was sent');
      expect(words.steps.join(' ')).toContain('contact the patient and the pharmacy today');
    }
  });

  test('one strength signed, stopped or cancelled without the other is not to be signed alone', () => {
    const words = wordsOfOrders({ ...ORDER, isMixed: true });
    expect(words.title).toContain('not in the same state');
    expect(words.steps.join(' ')).not.toMatch(/review the draft and sign it/i);
  });

  test('two drafts of one plan are counted, and signed together or not at all', () => {
    const words = wordsOfOrders({ ...ORDER, count: 2 });
    expect(words.title).toBe('2 draft orders in chart, not signed');
    expect(words.steps.join(' ')).toContain('sign all there, or cancel all there');
    const written = writeWords({
      kind: 'written',
      locations: ['MedicationRequest/1', 'MedicationRequest/2'],
    });
    expect(written.happened).toContain('2 draft orders');
  });
});

test('each order is listed with its drug and its state', () => {
  const order = {
    drug: 'naltrexone 1.5 mg capsule',
    location: 'MedicationRequest/1',
    on: '2026-03-02',
    by: 'P',
  };
  expect(writtenBefore({ ...order, state: 'stopped' })).toBe(
    'naltrexone 1.5 mg capsule: stopped. MedicationRequest/1, written on 02-Mar-2026 by P',
  );
  expect(writtenBefore({ ...order, drug: null, state: 'gone' })).toBe(
    'An order of this app: no longer in the chart. MedicationRequest/1',
  );
});
