/** What is looked at last before a draft leaves. */
import { describe, expect, test } from 'vitest';
import { obstacleTo } from '#lib/order/write/write-obstacle.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { freshChart, presetOrder } from '../reviewed.ts';

const ORDER = presetOrder('standard');
const [REQUEST] = ORDER.requests;
const READ_AT = 1_000_000;
const obstacle = (
  order: typeof ORDER = ORDER,
  { patientId = 'p1', after = 0, fresh = freshChart(READ_AT) } = {},
) => obstacleTo(order, fresh, { launch: { patientId }, now: () => READ_AT + after, words: ORDER_WORDS });

test('an order for the patient of the launch, on a chart read just now, may leave', () => {
  expect(obstacle()).toBeNull();
});

describe('another patient', () => {
  const other = { code: 'other-patient' };

  test('of the order', () => {
    expect(obstacle({ ...ORDER, patient: 'Patient/p2' })).toEqual(other);
  });

  test('of one of its requests', () => {
    const [first, second] = presetOrder('two-strengths').requests;
    const requests = [first, { ...second, subject: { reference: 'Patient/p2' } }];
    expect(obstacle({ ...ORDER, requests } as unknown as typeof ORDER)).toEqual(other);
  });

  test('of the launch', () => {
    expect(obstacle(ORDER, { patientId: 'p2' })).toEqual(other);
  });

  test('of the chart that was read again', () => {
    const fresh = { ...freshChart(READ_AT), patient: 'Patient/p2' } as ReturnType<typeof freshChart>;
    expect(obstacle(ORDER, { fresh })).toEqual(other);
  });
});

test('a chart read again a minute ago is fresh, a millisecond later it is too old', () => {
  expect(obstacle(ORDER, { after: 60_000 })).toBeNull();
  expect(obstacle(ORDER, { after: 60_001 })).toEqual({ code: 'chart-too-old' });
});

test.each<[string, object]>([
  ['an active order', { status: 'active' }],
  ['an order of another intent', { intent: 'original-order' }],
  ['an order that says what not to do', { doNotPerform: true }],
  ['an order without a dose', { dosageInstruction: [] }],
])('%s never leaves', (_, change) => {
  const order = { ...ORDER, requests: [{ ...REQUEST, ...change }] } as unknown as typeof ORDER;
  expect(obstacle(order)).toMatchObject({ code: 'draft-faults' });
});
