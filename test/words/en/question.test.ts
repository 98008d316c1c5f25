/** What is said before the choices: nothing that the choices, or a list beside them, say again. */
import { expect, test } from 'vitest';
import { beforeChoices, questionWords } from '#lib/words/en/question.ts';
import { judge, naproxen, order, type Resource } from '../../safety/judged.ts';

const questionOf = (rule: string, ...rows: readonly Resource[]) => {
  const finding = judge([naproxen, ...rows]).findings.find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`${rule} is silent`);
  return finding;
};

test('of the other sources the choices say it all', () => {
  expect(beforeChoices(questionOf('R09'))).toBeNull();
});

test('but for leftovers, which only this chart names', () => {
  const codeine = order('c', 'codeine 30 mg tablet', {
    status: 'completed',
    authoredOn: '2025-11-01',
    dosageInstruction: [{ asNeededBoolean: true }],
    dispenseRequest: { expectedSupplyDuration: { value: 7, unit: 'd', code: 'd' } },
  });
  expect(beforeChoices(questionOf('R09', codeine))).toMatch(/^Leftovers of codeine 30 mg tablet.*\?$/);
});

test('of many medicines that nobody knows the names stand in the list alone', () => {
  const words = beforeChoices(questionOf('R06', order('a', 'Zzyxqol 5'), order('b', 'Qwrtplin forte')));
  expect(words).toBe('2 medicines, not recognised, none resembling an opioid.');
});

test("who reads words of one's own is told: what is asked in confidence is kept from the pharmacy", () => {
  const label = (rule: string, ...rows: readonly Resource[]) =>
    questionWords(questionOf(rule, ...rows)).ownWords;
  expect(label('R09')).toBe('In your own words (for the chart, not sent to the pharmacy)');
  expect(label('R20')).toBe('In your own words (the pharmacist reads this)');
  expect(label('R06', order('a', 'Zzyxqol 5'))).toBe('Which one is, or may be (the pharmacist reads this)');
});

test('any other question is the sentence of its check', () => {
  expect(beforeChoices(questionOf('R20'))).toMatch(/\?$/);
});
