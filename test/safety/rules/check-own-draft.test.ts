/** R13: a draft or order of this app stands already. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import { judge, naproxen, order, severityOf } from '../judged.ts';

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

test('our own active order raises R13 and not R12', () => {
  const judgement = judge([naproxen, order('n', ldn, own)]);
  expect([severityOf(judgement, 'R13'), severityOf(judgement, 'R12')]).toEqual([['blocks'], []]);
});
