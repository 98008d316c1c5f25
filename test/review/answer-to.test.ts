/** Which answer belongs to which question: never to two, never to another one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerTo, isKeyOf } from '#lib/review/answer-to.ts';
import { finding } from './judgements.ts';

const one = finding('R06:MedicationRequest/a', 'confirm', {
  sources: ['MedicationRequest/a', 'MedicationRequest/b'],
});
const two = finding('R06:MedicationRequest/c', 'confirm', { sources: ['MedicationRequest/c'] });
const alone = finding('R16', 'confirm', { sources: ['Observation/e'] });
const findings = [one, two, alone];
const answer = { words: 'because' };

test.each([
  ["a finding's own key", 'R06:MedicationRequest/a', one],
  ['any row that one question covers', 'R06:MedicationRequest/b', one],
  ['the bare rule where it asks one thing', 'R16', alone],
  ['the rule with the row where it asks one thing', 'R16:Observation/e', alone],
])('an answer is found by %s', (_, key, asked) => {
  expect(findings.filter((each) => answerTo(each, findings, { [key]: answer }) === answer)).toEqual([asked]);
});

test.each([
  ['the bare rule where it asks several things', 'R06'],
  ['a row that no question covers', 'R06:MedicationRequest/z'],
  ['the row of another rule', 'R16:MedicationRequest/a'],
  ['another rule', 'R99'],
  ['a name every object has', 'constructor'],
])('an answer by %s settles nothing', (_, key) => {
  expect(findings.filter((each) => answerTo(each, findings, { [key]: answer }) !== null)).toEqual([]);
});

test('a row that two questions of a rule cover names neither', () => {
  const overlapping = [
    one,
    finding('R06:MedicationRequest/d', 'confirm', {
      sources: ['MedicationRequest/d', 'MedicationRequest/b'],
    }),
  ];
  expect(overlapping.filter((each) => isKeyOf('R06:MedicationRequest/b', each, overlapping))).toEqual([]);
});

test('the bare rule passes by what blocks or informs', () => {
  const mixed = [finding('R03:MedicationRequest/x', 'blocks'), finding('R03:MedicationRequest/y', 'confirm')];
  expect(mixed.map((each) => isKeyOf('R03', each, mixed))).toEqual([false, true]);
});

test('no key ever names two questions', () => {
  const rows = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 });
  const asked = fc.record({
    rule: fc.constantFrom('R06', 'R08'),
    severity: fc.constantFrom('confirm' as const, 'blocks' as const),
    rows,
  });
  fc.assert(
    fc.property(
      fc.array(asked, { maxLength: 5 }),
      fc.constantFrom('R06', 'R08'),
      fc.constantFrom('', ':a', ':b', ':c', ':d'),
      (list, rule, row) => {
        const keys = new Set<string>();
        const all = list.flatMap(({ rule: id, severity, rows: sources }) => {
          const key = `${id}:${sources[0]}`;
          if (keys.has(key)) return [];
          keys.add(key);
          return [finding(key, severity, { sources })];
        });
        expect(all.filter((each) => isKeyOf(rule + row, each, all)).length).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 6, numRuns: 500 },
  );
});
