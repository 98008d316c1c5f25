import { describe, expect, test } from 'vitest';
import { outcomeIssues, outcomeText, saysNoResults } from '#lib/fhir/outcome.ts';

const outcome = (...issue: object[]) => ({ resourceType: 'OperationOutcome', issue });

describe('what a server says is read in its own words', () => {
  test('details text comes first, then the display, then diagnostics, then the code', () => {
    expect(
      outcomeText(
        outcome(
          { severity: 'error', code: 'invalid', details: { text: 'No dose' }, diagnostics: 'x' },
          { severity: 'error', code: 'invalid', details: { coding: [{ code: '4119', display: 'Not all' }] } },
          { severity: 'error', code: 'invalid', diagnostics: 'Bad intent' },
          { severity: 'error', code: 'invalid' },
        ),
      ),
    ).toBe('No dose; Not all; Bad intent; invalid');
  });

  test('details codes are kept, so that a site can name its standing warnings', () => {
    const [issue] = outcomeIssues(outcome({ severity: 'warning', details: { coding: [{ code: '4119' }] } }));
    expect(issue?.detailCodes).toEqual(['4119']);
  });

  test.each([
    null,
    7,
    'text',
    [],
    {},
    { resourceType: 'Patient' },
    outcome(),
    { resourceType: 'OperationOutcome', issue: 5 },
  ])('%j says nothing', (json) => expect(outcomeText(json)).toBeNull());
});

describe('a remark that nothing was found is an ordinary answer', () => {
  const says = (text: string, severity = 'warning') =>
    saysNoResults({ severity, code: 'processing', detailCodes: [], text });

  test.each(['No results found', 'no matching records', 'Resource request returns no results.', '0 results'])(
    '%s',
    (text) => expect(says(text)).toBe(true),
  );

  test.each([
    'No results could be returned because the medication service timed out',
    'No results: access denied',
    'This response may not contain the entire record.',
    'Not all results returned',
  ])('%s is not one', (text) => expect(says(text)).toBe(false));

  test('an error is never one', () => expect(says('No results found', 'error')).toBe(false));
});
