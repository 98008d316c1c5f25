/** R04: methadone, buprenorphine and their kin. Today is 2026-03-02. */
import { expect, test } from 'vitest';
import { findingsOf, judge, naproxen, order, severityOf, supply } from '../judged.ts';

const ended = (drug: string, authoredOn: string) =>
  order('t', drug, { status: 'completed', authoredOn, ...supply(1) });

test.each([
  ['active methadone blocks', [order('t', 'methadone 10 mg tablet')], ['blocks']],
  [
    'active buprenorphine with naloxone blocks',
    [order('t', 'buprenorphine 8 mg / naloxone 2 mg sublingual film')],
    ['blocks'],
  ],
  ['14 days after its end it blocks', [ended('methadone 10 mg tablet', '2026-02-16')], ['blocks']],
  ['15 days after its end it is silent', [ended('methadone 10 mg tablet', '2026-02-15')], []],
  ['tramadol is R02, not R04', [order('t', 'tramadol 50 mg')], []],
  ['levomethadone counts too', [order('t', 'levomethadone oral solution')], ['blocks']],
] as const)('%s', (_, rows, severities) => {
  expect(severityOf(judge([naproxen, ...rows]), 'R04')).toEqual(severities);
});

test('it sends to the prescriber or service, and replaces R02 and R03', () => {
  const judgement = judge([naproxen, ended('methadone 10 mg tablet', '2026-02-16')]);
  expect(findingsOf(judgement, 'R04')[0]?.message).toMatch(
    /contact its prescriber or treating service.*not before 2026-03-03/,
  );
  expect([...severityOf(judgement, 'R02'), ...severityOf(judgement, 'R03')]).toEqual([]);
});
