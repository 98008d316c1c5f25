/** The answers of a visit, as a file: what is wrong in it is named. */
import { afterAll, describe, expect, test } from 'vitest';
import { assess, file, removeFiles } from './command.ts';
import { followUp } from './follow-up-visit.ts';

afterAll(removeFiles);

describe('an answers file that is wrong is named, and ends with 2', () => {
  test.each([
    [{}, 'effects must be one of'],
    [{ effects: 'bad' }, 'effects must be one of none, mild, troublesome, alarming'],
    [{ effects: 'none', painScore: 11 }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', painScore: -1 }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', painScore: '4' }, 'painScore must be a number from 0 to 10'],
    [{ effects: 'none', peg: [1, 2] }, 'peg must be three numbers'],
    [{ effects: 'none', peg: [1, 2, 11] }, 'peg.2 must be a number from 0 to 10'],
    [{ effects: 'none', painScore: 4, peg: [4, 4, 4] }, 'two measures'],
    [{ effects: 'none', painScore: 4, baseline: [7, 7, 7] }, 'two measures'],
    [{ effects: 'none', doseMg: 5 }, 'doseMg is above 4.5 mg'],
    [{ effects: 'none', doseMg: 0 }, 'doseMg must be a number of milligrams'],
    [{ effects: 'none', firstNight: '2026-03-03' }, 'firstNight is after 2026-03-02'],
    [{ effects: 'none', firstNight: '2026-02-30' }, 'firstNight must be a date'],
    [{ effects: 'none', missedNights: 1.5 }, 'missedNights must be a whole number'],
    [{ effects: 'none', change: 'great' }, 'change must be one of'],
    [{ effects: 'none', pegg: 1 }, 'unknown member: pegg'],
    [[], 'must be one JSON object'],
  ])('%j', async (answers, said) => {
    const { exit, stdout, stderr } = await followUp('f01', answers);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

test('the answers of one patient are never given to many charts', async () => {
  const { exit, stderr } = await assess(['--ndjson', '--follow-up', file({ effects: 'none' })], '{}');
  expect(exit).toBe(2);
  expect(stderr).toContain('--follow-up holds the answers of one patient');
});
