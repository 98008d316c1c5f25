/** What a write left behind, outcome by outcome. */
import { expect, test } from 'vitest';
import { leftDraft, leftThisOrder, locationsLeft } from '#lib/order/write/left-in-ehr.ts';
import type { WriteOutcome } from '#lib/order/write/write-outcome.ts';

const D1 = 'MedicationRequest/d1';
const drafts = [{ location: D1, status: 'draft' }];

test.each<[string, object, boolean, boolean, readonly (string | null)[]]>([
  ['written', { kind: 'written', locations: [D1, null] }, true, true, [D1, null]],
  ['written in half', { kind: 'half-written', locations: [D1], missing: ['4.5 mg'] }, true, true, [D1]],
  ['there already', { kind: 'already-written', whose: 'this-order', drafts }, true, true, [D1]],
  [
    'there already, of another order',
    { kind: 'already-written', whose: 'another', drafts },
    true,
    false,
    [D1],
  ],
  ['refused', { kind: 'refused' }, false, false, []],
  ['in conflict', { kind: 'conflict' }, false, false, []],
  ['unknown', { kind: 'outcome-unknown' }, false, false, []],
  ['not sent', { kind: 'not-sent' }, false, false, []],
  ['not supported', { kind: 'not-supported' }, false, false, []],
])('%s', (_, outcome, isThere, isThisOne, locations) => {
  const told = outcome as WriteOutcome;
  expect([leftDraft(told), leftThisOrder(told)]).toEqual([isThere, isThisOne]);
  expect(locationsLeft(told)).toEqual(locations);
});
