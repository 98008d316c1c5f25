import { expect, test } from 'vitest';
import { historyInOneLine, spanWords, undrawnDayWords } from '#lib/words/en/opioid-timeline.ts';
import { day } from '../judgement-fixture.ts';

type Drawn = Parameters<typeof spanWords>[0];

const drawn: Drawn = {
  row: { state: 'recent', dateIsGuessed: false },
  from: day('2026-01-02'),
  to: day('2026-02-01'),
  fromKnown: true,
  toKnown: true,
};

test.each<[Partial<Drawn>, string]>([
  [{}, '02-Jan-2026 to 01-Feb-2026'],
  [{ to: day('2026-01-02') }, '02-Jan-2026'],
  [{ row: { state: 'recent', dateIsGuessed: true } }, '02-Jan-2026 to 01-Feb-2026 at the latest'],
  [{ row: { state: 'current', dateIsGuessed: true } }, '02-Jan-2026 to today'],
  [{ fromKnown: false }, 'start not recorded to 01-Feb-2026'],
  [{ toKnown: false }, '02-Jan-2026, end not known'],
  [{ fromKnown: false, toKnown: false }, 'dates not known'],
])('%j: %s', (change, said) => expect(spanWords({ ...drawn, ...change })).toBe(said));

test('a row that is not drawn has its day, or says that it has none', () => {
  expect([undrawnDayWords(day('2026-01-02')), undrawnDayWords(null)]).toEqual([
    '02-Jan-2026',
    'Date not recorded',
  ]);
});

test('the picture in one line counts its rows by state, the worst first', () => {
  const history = { daysShown: 180, older: 2, earliestStart: day('2026-03-07'), today: day('2026-03-02') };
  expect(historyInOneLine({ ...history, states: ['historical', 'current', 'historical'] })).toBe(
    '3 entries in the last 180 days: 1 current, 2 past. 2 older entries in the table. Earliest start 07-Mar-2026.',
  );
});

test('a start that is past is not told as one to wait for', () => {
  const history = { daysShown: 180, older: 0, today: day('2026-03-02'), states: ['historical'] as const };
  expect(historyInOneLine({ ...history, earliestStart: day('2026-02-27') })).toBe(
    '1 entry in the last 180 days: 1 past. Opioid-free days complete since 27-Feb-2026.',
  );
});
