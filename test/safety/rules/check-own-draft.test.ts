/** R13: a draft or order of this app stands already. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { findingsOf, judge, naproxen, order, severityOf } from '../judged.ts';

const own = { identifier: [{ system: OWN_DRAFT_SYSTEM, value: 'urn:uuid:1' }] };
const ldn = 'naltrexone 1.5 mg capsule (compounded)';

test.each([
  ['our own draft blocks', [order('n', ldn, { ...own, status: 'draft' })], ['blocks']],
  [
    "anybody's naltrexone draft blocks",
    [order('n', 'naltrexone 50 mg tablet', { status: 'draft' })],
    ['blocks'],
  ],
  ['a naltrexone proposal blocks', [order('n', ldn, { intent: 'proposal' })], ['blocks']],
  [
    'our own order of a status nobody knows blocks',
    [order('n', ldn, { ...own, status: 'pending' })],
    ['blocks'],
  ],
  ['our own order that was stopped is silent', [order('n', ldn, { ...own, status: 'stopped' })], []],
  ["anybody's active naltrexone is R12 alone", [order('n', ldn)], []],
  [
    'two drafts are one finding',
    [order('n', ldn, { ...own, status: 'draft' }), order('m', ldn, { status: 'draft' })],
    ['blocks'],
  ],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R13')).toEqual(severities);
});

test.each([
  ['two drafts are called drafts', ['draft', 'draft'], true],
  ['a draft beside an order in force is not', ['draft', 'active'], false],
  ['an order in force is not', ['active'], false],
])('%s', (_, statuses, areDrafts) => {
  const rows = statuses.map((status, index) => order(`n${index}`, ldn, { ...own, status }));
  expect(findingsOf(judge([naproxen, ...rows]), 'R13')).toMatchObject([{ facts: { areDrafts } }]);
});

test('our own order entered in error is silent', () => {
  const judgement = judge([naproxen, order('n', ldn, { ...own, status: 'entered-in-error' })]);
  expect(severityOf(judgement, 'R13')).toEqual([]);
});

test('our own active order raises R13 and not R12', () => {
  const judgement = judge([naproxen, order('n', ldn, own)]);
  expect([severityOf(judgement, 'R13'), severityOf(judgement, 'R12')]).toEqual([['blocks'], []]);
});

test.each([
  ['our own active order is told, and no reason against what follows it', { status: 'active' }, ['informs']],
  ['our own completed order is history, and R29 tells it', { status: 'completed' }, []],
  ['our own draft still blocks: a second one never stands beside it', { status: 'draft' }, ['blocks']],
  ['our own order on hold still blocks', { status: 'on-hold' }, ['blocks']],
  ['our own order of a status nobody knows still blocks', { status: 'pending' }, ['blocks']],
])('in a follow-up %s', (_, status, severities) => {
  const judgement = judge([naproxen, order('n', ldn, { ...own, ...status })], { purpose: 'follow-up' });
  expect(severityOf(judgement, 'R13')).toEqual(severities);
  expect(severityOf(judgement, 'R12')).toEqual([]);
});

test("in a follow-up somebody else's low dose may be taken over, and a high one blocks as ever", () => {
  const reasonsFor = (dose: string) =>
    judge([naproxen, order('n', `naltrexone ${dose} capsule`)], { purpose: 'follow-up' }).findings.find(
      ({ rule }) => rule === 'R12',
    );
  expect(reasonsFor('3 mg')?.reasons[0]?.id).toBe('taken-over');
  expect(reasonsFor('50 mg')?.severity).toBe('blocks');
});
