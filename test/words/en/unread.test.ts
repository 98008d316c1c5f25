/** Why something was not read, as a prescriber reads it after its name. */
import { expect, test } from 'vitest';
import type { RowFault, Unread } from '#lib/chart/unread.ts';
import { unreadWords } from '#lib/words/en/unread.ts';

test.each<[Unread, string]>([
  [
    { code: 'no-answer', why: 'not-json', status: 200 },
    'answered with something that is not FHIR (HTTP 200)',
  ],
  [{ code: 'no-answer', why: 'timed-out', status: null }, 'did not answer in time'],
  [{ code: 'not-answered', status: 403, said: 'no access' }, 'was refused (HTTP 403): "no access"'],
  [{ code: 'not-answered', status: 500, said: null }, 'was not answered (HTTP 500)'],
  [
    { code: 'granted-in-part', queries: ['category=a', 'category=b'] },
    'was granted for category=a and category=b only',
  ],
  [{ code: 'ehr-says', said: 'Some rows were withheld.' }, 'the EHR says: "Some rows were withheld."'],
  [{ code: 'ehr-says', said: null }, 'the EHR sent a warning without words'],
  [{ code: 'rows-missing', came: 1, total: 3 }, 'holds 1 of the 3 rows it counts'],
])('%j: it %s', (unread, words) => {
  expect(unreadWords(unread)).toBe(words);
});

test('the faults of a row are named, and how many more there are', () => {
  const faults: readonly RowFault[] = [
    { element: 'dosageInstruction.timing', code: 'no-object' },
    { code: 'row-withheld' },
  ];
  expect(unreadWords({ code: 'row-not-whole', faults, more: 2 })).toBe(
    'row could not be read whole: dosageInstruction.timing is no object; parts of the row are withheld; and 2 more',
  );
});
