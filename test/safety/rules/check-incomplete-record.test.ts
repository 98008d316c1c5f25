/** R01: the chart was not read whole. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judgeBundle, naproxen, order, patient, severityOf } from '../judged.ts';

const bundle = (entry: readonly unknown[], more: object = {}) =>
  judgeBundle({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [patient(), naproxen].map((resource) => ({ resource })).concat(entry as []),
    ...more,
  });

test('a chart read whole is silent', () => {
  expect(severityOf(bundle([]), 'R01')).toEqual([]);
});

test.each([
  ['a further page', [], { link: [{ relation: 'next', url: 'https://ehr.example/page2' }] }],
  [
    'an error among the answers',
    [{ resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'forbidden' }] } }],
    {},
  ],
  [
    'a warning among the answers',
    [
      {
        resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'warning', code: 'suppressed' }] },
      },
    ],
    {},
  ],
  ['an entry that is no resource', [{ resource: 7 }], {}],
  [
    'an unknown modifier',
    [
      {
        resource: order('x', 'naproxen', {
          modifierExtension: [{ url: 'https://ehr.example/not', valueBoolean: true }],
        }),
      },
    ],
    {},
  ],
  [
    'implicit rules',
    [{ resource: order('x', 'naproxen', { implicitRules: 'https://ehr.example/rules' }) }],
    {},
  ],
  ['rows that are counted and missing', [], { total: 90 }],
])('%s blocks, and the verdict cannot be told', (_, entry, more) => {
  const judgement = bundle(entry, more);
  expect(severityOf(judgement, 'R01')).toEqual(['blocks']);
  expect(judgement.opioid.verdict).toBe('cannot-tell');
  expect(findingsOf(judgement, 'R01')[0]?.message).toMatch(
    /^Record incomplete; opioids not checked\. .* Retry\.$/,
  );
});

test('an opioid seen in what was read is present all the same', () => {
  const judgement = bundle([{ resource: order('x', 'Percocet') }, { resource: 7 }]);
  expect(judgement.opioid.verdict).toBe('present');
  expect(severityOf(judgement, 'R01')).toEqual(['blocks']);
});
