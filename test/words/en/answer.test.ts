/** What the prescriber answered, as the order note says it. */
import { expect, test } from 'vitest';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { answerWords } from '#lib/words/en/answer.ts';
import { isoDay } from '#lib/words/en/dates.ts';

const day = (text: string) => text as CalendarDate;

test('the sources are told with their days and with what else was typed', () => {
  const answer = {
    asked: { monitoringCheckedOn: day('2026-03-01'), notPregnant: true },
    words: 'asked by phone',
  };
  expect(answerWords(answer)).toBe(
    'Monitoring record checked on 01-Mar-2026; patient asked about other opioids and kratom: none; patient asked: not pregnant, none planned; asked by phone',
  );
});

test('an opioid from elsewhere is told with its last day, in the days of the door', () => {
  const asked = { monitoringCheckedOn: null, notPregnant: false };
  expect(answerWords({ asked, lastDose: day('2026-02-01') }, isoDay)).toBe(
    'No monitoring record exists here; patient asked about other opioids and kratom: last on 2026-02-01',
  );
});

test('own words follow the reason that was chosen, and no day in them is rewritten', () => {
  expect(answerWords({ reason: 'not-an-opioid', words: 'naproxen since 2025-01-02' })).toBe(
    'Not an opioid: naproxen since 2025-01-02',
  );
  expect(answerWords({ words: 'mine' })).toBe('mine');
});

test('where no monitoring record exists to be asked about, none is spoken of', () => {
  expect(answerWords({ asked: { notPregnant: false } })).toBe(
    'patient asked about other opioids and kratom: none',
  );
});
