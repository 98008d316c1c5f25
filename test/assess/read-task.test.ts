/** What cannot be assessed as it was asked: `assess` says what is wrong, and judges nothing. */
import { afterAll, describe, expect, test } from 'vitest';
import { stories } from '../patients/stories.ts';
import { STORY_DAY } from '../patients/story.ts';
import { assess, file, removeFiles } from './command.ts';

afterAll(removeFiles);

const chart = () => file(stories.find(({ id }) => id === 'v01')?.bundle);

describe('bad input ends with 2, one clear line, and nothing on stdout', () => {
  test.each([
    ['no file', [], 'a FILE is needed'],
    ['a file that is not there', ['nowhere.json'], 'no such file'],
    ['a file that is not JSON', [file('{"resourceType": "Bundle",\n "entry": [}')], 'line 2'],
    ['an empty file', [file('')], 'is empty'],
    ['a resource that is no Bundle', [file({ resourceType: 'Patient', id: 'p1' })], 'Bundle'],
    [
      'two patients',
      [
        file({
          resourceType: 'Bundle',
          type: 'collection',
          entry: ['a', 'b'].map((id) => ({ resource: { resourceType: 'Patient', id } })),
        }),
      ],
      '2 Patients',
    ],
    ['no patient', [file({ resourceType: 'Bundle', type: 'collection', entry: [] })], 'Patient'],
    ['an answers file of another shape', [chart(), '--answers', file({ R09: 'yes' })], 'R09'],
    ['an answer without a reason', [chart(), '--answers', file({ R09: { reason: ' ' } })], 'R09.reason'],
    [
      'a last dose that is no date',
      [chart(), '--answers', file({ R09: { reason: 'x', lastDose: '2026-02-30' } })],
      'R09.lastDose',
    ],
    [
      'a last dose in the future',
      [chart(), '--as-of', STORY_DAY, '--answers', file({ R09: { reason: 'x', lastDose: '2026-03-03' } })],
      'R09.lastDose',
    ],
    ['an unknown member of the regimen', [chart(), '--regimen', file({ dose: 3 })], 'dose'],
    ['a regimen of the wrong type', [chart(), '--regimen', file({ startMg: '1,5' })], 'startMg'],
    ['a regimen that is a list', [chart(), '--regimen', file([])], 'one JSON object'],
    ['a day that does not exist', [chart(), '--as-of', '2026-02-30'], '--as-of'],
    ['an unknown zone', [chart(), '--time-zone', 'Mars/Olympus'], '--time-zone'],
    ['an unknown country', [chart(), '--jurisdiction', 'XX'], '--jurisdiction'],
    ['a requester that is no practitioner', [chart(), '--requester', 'Patient/p1'], '--requester'],
    ['an option nobody knows', [chart(), '--sign'], '--sign'],
    [
      'an option without its code',
      [chart(), '--standing-warnings', ' '],
      '--standing-warnings names no code',
    ],
  ])('%s', async (_, words, clue) => {
    const { exit, stdout, stderr } = await assess(words);
    expect(stdout).toBe('');
    expect(stderr).toContain(clue);
    expect(stderr).not.toContain('    at ');
    expect(exit).toBe(2);
  });

  test('an error never repeats what stands in the chart', async () => {
    const { stderr } = await assess([file('{"family": "Specimen" "given": 1}')]);
    expect(stderr).not.toContain('Specimen');
  });
});

test.each([
  [
    'a folder',
    () => import.meta.dirname,
    /it is a folder; give one file, or one Bundle a line with --ndjson/,
  ],
  ['an array of Bundles', () => file([{ resourceType: 'Bundle' }]), /It is an array: .*--ndjson/],
  [
    'a single resource',
    () => file({ resourceType: 'MedicationRequest' }),
    /it is a MedicationRequest\. .*into a Bundle/,
  ],
  ['no resource at all', () => file({}), /resourceType is missing$/],
])('%s: says how it is read', async (_, given, told) => {
  const { exit, stderr } = await assess([given()]);
  expect(exit).toBe(2);
  expect(stderr.trim()).toMatch(told);
});
