/** The verdict of a whole chart: what is no opioid on record, and the earliest start. */
import { describe, expect, test } from 'vitest';
import {
  administration,
  dispense,
  findingsOf,
  judge,
  naproxen,
  order,
  rxnorm,
  subject,
  tramadol,
} from '../judged.ts';
import { check, ended } from './verdict-rows.ts';

describe('what is no opioid on record', () => {
  check([
    {
      name: 'an uncoded medicine cannot be told until named',
      rows: [order('x', 'pain pill per Dr X')],
      verdict: 'cannot-tell',
      state: 'unidentified',
      raises: ['R06 confirm'],
    },
    {
      name: 'a code nobody knows cannot be told',
      rows: [order('x', rxnorm('99999999'))],
      verdict: 'cannot-tell',
    },
    {
      name: 'a Medication that is not there cannot be told',
      rows: [order('x', { medicationReference: { reference: 'Medication/none' } })],
      verdict: 'cannot-tell',
    },
    {
      name: 'a redacted medicine cannot be told',
      rows: [order('x', 'naproxen 500 mg tablet', { meta: { security: [{ code: 'REDACTED' }] } })],
      verdict: 'cannot-tell',
    },
    {
      name: 'a free text that names an opioid is one',
      rows: [order('x', 'takes Percocet from her sister')],
      verdict: 'present',
      raises: ['R02 blocks'],
    },
  ]);

  test('an empty list is no proof of anything', () => {
    const judgement = judge([]);
    expect(judgement.opioid.verdict).toBe('cannot-tell');
    expect(findingsOf(judgement, 'R06')[0]?.message).toMatch(/No medication orders recorded/);
  });

  test('PRESENT wins over CANNOT TELL, and CANNOT TELL over NONE FOUND', () => {
    const unknown = order('x', 'pain pill');
    expect(judge([naproxen, unknown, order('t', tramadol)]).opioid.verdict).toBe('present');
    expect(judge([naproxen, unknown, ended('2011-01-01')]).opioid.verdict).toBe('cannot-tell');
    expect(
      judge([naproxen, { ...order('t', tramadol), subject }, { ...naproxen, id: 'n2', implicitRules: 'x' }])
        .opioid.verdict,
    ).toBe('present');
  });
});

describe('the earliest start', () => {
  test('is the latest clear day of all rows, also when it is past', () => {
    expect(
      judge([naproxen, ended('2026-01-01'), dispense('d', tramadol, '2026-01-20', 7)]).opioid.earliestStart,
    ).toBe('2026-02-06');
  });

  test.each([
    ['a current opioid', [order('x', tramadol)]],
    ['an undatable one', [order('x', tramadol, { status: 'stopped' })]],
    ['a depot', [administration('x', 'Sublocade', '2025-10-01')]],
    ['no opioid', []],
  ])('is not known with %s', (_, rows) => {
    const all = rows.length === 0 ? [naproxen] : [naproxen, ended('2026-01-01'), ...rows];
    expect(judge(all).opioid.earliestStart).toBeNull();
  });
});
