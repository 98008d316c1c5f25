/** R26: the right patient, a current record. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judge, naproxen, order, patient, severityOf } from '../judged.ts';

test.each([
  ['a living patient with an active record is silent', {}, []],
  ['a deceased patient blocks', { deceasedBoolean: true }, ['blocks']],
  ['a day of death blocks', { deceasedDateTime: '2026-01-01' }, ['blocks']],
  ['an inactive record blocks', { active: false }, ['blocks']],
  [
    'a replaced record blocks',
    { link: [{ type: 'replaced-by', other: { reference: 'Patient/p2' } }] },
    ['blocks'],
  ],
])('%s', (_, overrides, severities) => {
  expect(severityOf(judge([patient(overrides), naproxen]), 'R26')).toEqual(severities);
});

test('a row of another patient blocks, as an incomplete record and as a wrong patient, and is left out', () => {
  const judgement = judge([naproxen, order('x', 'Percocet', { subject: { reference: 'Patient/p2' } })]);
  expect([...severityOf(judgement, 'R01'), ...severityOf(judgement, 'R26')]).toEqual(['blocks', 'blocks']);
  expect(findingsOf(judgement, 'R26')[0]?.sources).toEqual(['MedicationRequest/x']);
  expect(judgement.opioid).toMatchObject({ verdict: 'cannot-tell', evidence: [] });
});
