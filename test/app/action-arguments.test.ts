/** Actions can be called by whoever knows their names, with anything. */
import { expect, test } from 'vitest';
import {
  planAnew,
  prepareHandOver,
  reportHandOver,
  savePlan,
  submitReview,
} from '../../app/chart/[launch]/actions.ts';
import { textGiven } from '../../app/chart/[launch]/form-fields.ts';

const NOT_FOUND = { digest: 'NEXT_HTTP_ERROR_FALLBACK;404' };
const LAUNCH = 'x'.repeat(43);
const WRONG = [undefined, null, 7, 'text', [], { get: () => 'x' }, new URLSearchParams()] as const;

test.each([
  ['savePlan', savePlan],
  ['submitReview', submitReview],
  ['prepareHandOver', prepareHandOver],
  ['planAnew', planAnew],
] as const)('%s with anything but a form is answered 404', async (_name, action) => {
  for (const form of WRONG) {
    await expect(action(LAUNCH, form as unknown as FormData)).rejects.toMatchObject(NOT_FOUND);
  }
});

test.each([undefined, null, 7, {}, ['x']])(
  'a launch of %o, to any of them, is answered 404',
  async (launch) => {
    for (const action of [savePlan, submitReview, prepareHandOver, planAnew]) {
      await expect(action(launch as unknown as string, new FormData())).rejects.toMatchObject(NOT_FOUND);
    }
    await expect(reportHandOver(launch as unknown as string, 'x', [])).rejects.toMatchObject(NOT_FOUND);
    expect(() => textGiven(launch)).toThrow(expect.objectContaining(NOT_FOUND));
  },
);

test('a report of the hand-over that is no list is answered 404', async () => {
  for (const answers of [undefined, null, 'written', { status: 201 }]) {
    await expect(reportHandOver(LAUNCH, 'x', answers)).rejects.toMatchObject(NOT_FOUND);
  }
});
