/** An order that follows a signed one is written beside it, and beside no other. */
import { expect, test } from 'vitest';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { continuation } from '../../titration/continuations.ts';
import { anewForEach, ehr, ONE, OTHER_LAUNCH, write } from './each-write.ts';

anewForEach();

function following(...follows: readonly string[]): DraftOrder {
  return {
    ...OTHER_LAUNCH,
    plan: { ...OTHER_LAUNCH.plan, continues: continuation({ follows }) },
  } as DraftOrder;
}

async function firstOne(status: string): Promise<void> {
  await write(ONE);
  const [sent] = ONE.requests;
  ehr.stored.set('d1', {
    ...structuredClone(sent),
    resourceType: 'MedicationRequest',
    id: 'd1',
    status,
  } as never);
}

test('the signed order that it follows is not in its way', async () => {
  await firstOne('active');
  expect(await write(following('MedicationRequest/d1'))).toMatchObject({ kind: 'written' });
  expect(ehr.posts).toBe(2);
});

test.each(['draft', 'on-hold', 'unknown'])(
  'one that is %s is in its way, whatever it says to follow',
  async (status) => {
    await firstOne(status);
    expect(await write(following('MedicationRequest/d1'))).toMatchObject({
      kind: 'already-written',
      whose: 'another',
    });
    expect(ehr.posts).toBe(1);
  },
);

test('a signed order of ours that it does not follow is in its way: never two at once', async () => {
  await firstOne('active');
  expect(await write(following('MedicationRequest/d7'))).toMatchObject({ kind: 'already-written' });
  expect(await write(OTHER_LAUNCH)).toMatchObject({ kind: 'already-written' });
  expect(ehr.posts).toBe(1);
});

test('it is written once, however often it is pressed', async () => {
  await firstOne('active');
  const outcomes = await Promise.all([
    write(following('MedicationRequest/d1')),
    write(following('MedicationRequest/d1')),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['already-written', 'written']);
  expect(ehr.posts).toBe(2);
});
