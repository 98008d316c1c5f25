/** The first day a plan may start, moved by what the prescriber states. Today is 2026-03-02; washout 10 days. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { earliestStartAllowed } from '#lib/review/earliest-start.ts';
import type { Answer } from '#lib/review/reviewed-plan.ts';
import type { Question } from '#lib/safety/question.ts';
import { type ReasonId, reasons } from '#lib/safety/reasons.ts';
import { day, finding, interview, judgementOf, lastDose } from './judgements.ts';

const stated = (lastDose: string, reason: ReasonId = 'last-taken'): Answer => ({
  reason,
  lastDose: day(lastDose),
});
const said = (words: string): Answer => ({ words });
const REASONS = reasons('last-taken', 'taken-as-ordered', 'not-taken');
const NOT_TAKEN: Answer = { reason: 'not-taken' };
const given = { notBefore: day('2026-02-24') };
const handed = { handedOver: day('2026-02-25') };

test.each<readonly [string, Question, Answer | null, string]>([
  [
    "without an answer the chart's own day counts",
    lastDose({ withoutDay: day('2026-03-09') }),
    null,
    '2026-03-09',
  ],
  [
    'a stated last dose counts from its day',
    lastDose({ withoutDay: day('2026-03-09') }),
    stated('2026-02-21'),
    '2026-03-04',
  ],
  ['a last dose long ago allows today', lastDose(), stated('2020-01-01'), '2026-03-02'],
  ['a last dose today counts from today', lastDose(), stated('2026-03-02'), '2026-03-13'],
  ['never before a recorded administration', lastDose(given), stated('2026-02-01'), '2026-03-07'],
  ['never before a hand-over', lastDose(handed), stated('2026-02-01'), '2026-03-08'],
  ['"not taken" lifts the bound of a hand-over', lastDose(handed), NOT_TAKEN, '2026-03-02'],
  [
    '"not taken" does not lift that of an administration',
    lastDose({ ...given, ...handed }),
    NOT_TAKEN,
    '2026-03-07',
  ],
  ...['Not taken: never used, or returned', 'Never taken', 'never used more than two a day', 'not-taken'].map(
    (typed) =>
      [
        `"${typed}", typed, lifts nothing`,
        lastDose({ ...handed, withoutDay: day('2026-03-08') }),
        said(typed),
        '2026-03-08',
      ] as const,
  ),
  [
    '"not taken" of a supply beside an earlier last dose counts from that dose',
    lastDose(handed),
    stated('2026-02-21', 'not-taken'),
    '2026-03-04',
  ],
  [
    "any other reason without a day keeps the chart's own day",
    lastDose({ ...handed, withoutDay: day('2026-03-08') }),
    said('fine'),
    '2026-03-08',
  ],
  [
    'an earlier day beside typed words brings nothing forward',
    lastDose({ clearFrom: day('2026-03-09') }),
    { words: 'Patient says 16 February', lastDose: day('2026-02-16') },
    '2026-03-09',
  ],
  [
    'an earlier day beside a reason that asks for none brings nothing forward',
    lastDose({ clearFrom: day('2026-03-09') }),
    stated('2026-02-16', 'taken-as-ordered'),
    '2026-03-09',
  ],
  [
    'an earlier day beside typed words counts where the chart gives none',
    lastDose({ withoutDay: day('2027-03-03') }),
    { words: 'Patient asked', lastDose: day('2026-02-22') },
    '2026-03-05',
  ],
  [
    'a later day counts beside any words',
    lastDose({ clearFrom: day('2026-03-09') }),
    { words: 'had some left', lastDose: day('2026-03-01') },
    '2026-03-12',
  ],
  ['the last opioid told in the interview counts 14 days', interview(), stated('2026-02-25'), '2026-03-12'],
  ['an interview without one allows today', interview(), said('none'), '2026-03-02'],
  ['a question without a date moves nothing', { kind: 'reason' }, stated('2026-03-01'), '2026-03-02'],
])('%s', (_, question, answer, day) => {
  const judgement = judgementOf(finding('R06', 'confirm', { question, reasons: REASONS }));
  expect(earliestStartAllowed(judgement, answer === null ? {} : { R06: answer })).toBe(day);
});

test('of several questions the latest day counts', () => {
  const judgement = judgementOf(
    finding('R03', 'confirm', { question: lastDose() }),
    finding('R09', 'confirm', { question: interview() }),
  );
  expect(earliestStartAllowed(judgement, { R03: stated('2026-02-28'), R09: stated('2026-02-26') })).toBe(
    '2026-03-13',
  );
});

test('no text in an answer changes a date: of whatever is typed the day is that of any other words', () => {
  const questions = [
    lastDose({ ...given, ...handed, withoutDay: day('2026-03-08') }),
    lastDose({ ...handed, withoutDay: null }),
    interview(),
  ];
  const stated = fc.option(fc.constantFrom(day('2026-01-01'), day('2026-02-28')), { nil: undefined });
  const typed = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom(
      'never taken',
      'not taken',
      'returned',
      'liftsHandOver',
      '2026-01-01',
      'slower-titration',
    ),
  );
  fc.assert(
    fc.property(fc.constantFrom(...questions), stated, typed, (question, lastDay, text) => {
      const asked = finding('R06', 'confirm', { question });
      const judgement = judgementOf(asked);
      const rest = lastDay === undefined ? {} : { lastDose: lastDay };
      const dayOf = (answer: Answer) => earliestStartAllowed(judgement, { R06: answer });
      expect(dayOf({ words: text, ...rest })).toBe(dayOf({ words: 'asked', ...rest }));
      for (const { id } of asked.reasons)
        expect(dayOf({ reason: id, words: text, ...rest })).toBe(dayOf({ reason: id, ...rest }));
    }),
    { seed: 37, numRuns: 500 },
  );
});
