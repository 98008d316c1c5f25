/** R02: an opioid is current. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judge, naproxen, ndc, order, rxnorm, severityOf, tramadol } from '../judged.ts';

test.each([
  ['an active opioid blocks', [order('t', tramadol)], ['blocks']],
  ['an opioid on hold blocks', [order('t', tramadol, { status: 'on-hold' })], ['blocks']],
  [
    'each current opioid is its own finding',
    [order('t', tramadol), order('u', 'Percocet')],
    ['blocks', 'blocks'],
  ],
  ['methadone is R04, not R02', [order('t', 'methadone 10 mg tablet')], []],
  ['a depot is R05, not R02', [order('t', 'Sublocade')], []],
  ['loperamide is R07, not R02', [order('t', 'loperamide 2 mg capsule')], []],
  ['diphenoxylate is an opioid', [order('t', 'diphenoxylate / atropine tablet')], ['blocks']],
  [
    'a codeine cough mixture is an opioid',
    [order('t', 'guaifenesin with codeine 10 mg/5 mL syrup')],
    ['blocks'],
  ],
  ['pethidine is an opioid', [order('t', 'pethidine 50 mg tablet')], ['blocks']],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R02')).toEqual(severities);
});

test("the message says the chart's own words and an ISO date", () => {
  const [finding] = findingsOf(judge([naproxen, order('t', 'Percocet 5/325 prn')]), 'R02');
  expect(finding).toMatchObject({ key: 'R02', sources: ['MedicationRequest/t'], question: null });
  expect(finding?.message).toBe(
    'Percocet 5/325 prn (oxycodone) is current on the chart (active order of 2026-02-10). LDN can precipitate withdrawal.',
  );
});

test.each([
  ['an RxNorm code alone', rxnorm('1049502'), '1049502 (oxycodone) is current'],
  ['a package number alone', ndc('00054023524'), '00054023524 (morphine) is current'],
  ['an abbreviation', 'MSO4 10mg', 'MSO4 10mg (morphine) is current'],
  ['a brand', 'Percocet 5/325', 'Percocet 5/325 (oxycodone) is current'],
  ['a name', 'oxycodone 5 mg', 'oxycodone 5 mg is current'],
])('the message says what %s stands for', (_, medication, start) => {
  const [finding] = findingsOf(judge([naproxen, order('x', medication)]), 'R02');
  expect(finding?.message.startsWith(start)).toBe(true);
});

test.each([
  ['immediate release', 'oxycodone 5 mg immediate-release tablet', 10, '2026-03-13'],
  ['extended release', 'oxycodone 10 mg extended-release tablet', 14, '2026-03-17'],
  ['a patch', 'fentanyl 25 mcg/h transdermal patch', 14, '2026-03-17'],
  ['methadone', 'methadone 10 mg tablet', 14, '2026-03-17'],
])('of %s it tells what the earliest start would be if the last dose were today', (_, drug, days, start) => {
  const { opioid, findings } = judge([order('x', drug)]);
  const [finding] = findings.filter(({ rule }) => rule === 'R02' || rule === 'R04');
  expect(finding?.facts).toMatchObject({ ifLastToday: { washoutDays: days, earliestStart: start } });
  // It clears nothing: the verdict has no date.
  expect(opioid.earliestStart).toBeNull();
});
