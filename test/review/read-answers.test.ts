/** The review form as typed, hostile input among it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerFields, OTHER_REASON } from '#lib/review/answer-fields.ts';
import { readAnswers } from '#lib/review/read-answers.ts';
import type { Question } from '#lib/safety/question.ts';
import { reasons } from '#lib/safety/reasons.ts';
import { finding, interview, judgementOf, lastDose } from './judgements.ts';

const why = finding('R16', 'confirm');
const when = finding('R06:MedicationRequest/a', 'confirm', {
  question: lastDose(),
  reasons: reasons('last-taken', 'not-taken'),
});
const sources = finding('R09', 'confirm', { question: interview(true) });
const judgement = judgementOf(why, when, sources);
const [whyFields, whenFields, sourcesFields] = [answerFields(why), answerFields(when), answerFields(sources)];
const read = (form: Record<string, string>) => readAnswers(form, judgement);

describe('a reason', () => {
  test('left out stays unanswered', () => {
    expect(read({})).toEqual({ answers: {}, problems: [] });
  });

  test('chosen from the list is taken, free text after it', () => {
    expect(
      read({ [whyFields.choice]: 'specialist-agrees', [whyFields.text]: ' seen\nby  renal ' }).answers,
    ).toEqual({
      R16: { reason: 'specialist-agrees', words: 'seen by renal' },
    });
  });

  test('of free text alone needs the text', () => {
    expect(read({ [whyFields.choice]: OTHER_REASON, [whyFields.text]: ' \n ' }).problems).toMatchObject([
      { field: whyFields.text },
    ]);
    expect(read({ [whyFields.choice]: OTHER_REASON, [whyFields.text]: 'mine' }).answers).toEqual({
      R16: { words: 'mine' },
    });
    expect(read({ [whyFields.choice]: OTHER_REASON, [whyFields.text]: 'not-taken' }).answers).toEqual({
      R16: { words: 'not-taken' },
    });
  });

  test('that names the medicine in the note needs the name', () => {
    const unnamed = finding('R06:MedicationRequest/b', 'confirm', {
      question: lastDose(),
      reasons: reasons('not-an-opioid'),
    });
    const { choice, text } = answerFields(unnamed);
    expect(readAnswers({ [choice]: 'not-an-opioid' }, judgementOf(unnamed))).toMatchObject({
      answers: {},
      problems: [{ field: text }],
    });
    expect(
      readAnswers({ [choice]: 'not-an-opioid', [text]: 'naproxen' }, judgementOf(unnamed)).answers,
    ).toEqual({
      'R06:MedicationRequest/b': { reason: 'not-an-opioid', words: 'naproxen' },
    });
  });

  test.each(['7', 'slower-titration', 'Not taken', '__proto__', 'length', 'NaN', ' ', '0'])(
    'of the list that is not there (%s) is a problem',
    (choice) => {
      expect(read({ [whyFields.choice]: choice })).toMatchObject({
        answers: {},
        problems: [{ field: whyFields.choice }],
      });
    },
  );

  test('is cut to a length that a note can hold', () => {
    const { answers } = read({ [whyFields.choice]: OTHER_REASON, [whyFields.text]: 'x'.repeat(100_000) });
    expect(answers.R16?.words?.length).toBe(300);
  });
});

describe('a last dose', () => {
  const typed = (date: string, choice = 'last-taken') =>
    read({ [whenFields.choice]: choice, [whenFields.date]: date });

  test('is read as a day', () => {
    expect(typed(' 2026-02-10 ').answers).toEqual({
      'R06:MedicationRequest/a': { reason: 'last-taken', lastDose: '2026-02-10' },
    });
  });

  test.each(['', '2026-02-30', '10/02/2026', '2026-3-1', '2026-03-03', 'yesterday'])(
    '"%s" is a problem of its field',
    (date) => {
      const code = date === '' ? 'no-last-dose' : 'no-past-day';
      expect(typed(date)).toMatchObject({
        answers: {},
        problems: [{ field: whenFields.date, fault: { code } }],
      });
    },
  );

  test('is not needed where nothing was taken', () => {
    expect(typed('', 'not-taken').answers).toEqual({ 'R06:MedicationRequest/a': { reason: 'not-taken' } });
  });
});

describe('the monitoring record and the interview', () => {
  const whole = {
    [sourcesFields.monitoring]: 'checked',
    [sourcesFields.monitoringDate]: '2026-03-01',
    [sourcesFields.interview]: 'none',
    [sourcesFields.pregnancy]: 'not-pregnant',
  };

  test('answered in every part is one answer', () => {
    expect(read(whole).answers).toEqual({
      R09: { asked: { monitoringCheckedOn: '2026-03-01', notPregnant: true } },
    });
  });

  test('a last opioid told in it is a last dose', () => {
    const form = {
      ...whole,
      [sourcesFields.interview]: 'last-opioid',
      [sourcesFields.lastOpioidDate]: '2026-02-01',
    };
    expect(read(form).answers.R09?.lastDose).toBe('2026-02-01');
  });

  test.each([
    ['not checked', { [sourcesFields.monitoring]: 'not-checked' }, sourcesFields.monitoring],
    ['not said', { [sourcesFields.monitoring]: '' }, sourcesFields.monitoring],
    ['checked without a day', { [sourcesFields.monitoringDate]: '' }, sourcesFields.monitoringDate],
    ['checked tomorrow', { [sourcesFields.monitoringDate]: '2026-03-03' }, sourcesFields.monitoringDate],
    ['with nobody asked', { [sourcesFields.interview]: '' }, sourcesFields.interview],
    [
      'with a last opioid on no day',
      { [sourcesFields.interview]: 'last-opioid' },
      sourcesFields.lastOpioidDate,
    ],
    ['with pregnancy not asked', { [sourcesFields.pregnancy]: '' }, sourcesFields.pregnancy],
    ['with a pregnancy', { [sourcesFields.pregnancy]: 'pregnant' }, sourcesFields.pregnancy],
  ])('%s is a problem of its field, and no answer', (_, change, field) => {
    expect(read({ ...whole, ...change })).toMatchObject({ answers: {}, problems: [{ field }] });
  });

  test('where no record exists none is asked for', () => {
    const form = { ...whole, [sourcesFields.monitoring]: 'none-exists', [sourcesFields.monitoringDate]: '' };
    expect(read(form).answers.R09?.asked?.monitoringCheckedOn).toBeNull();
  });
});

test('whatever a form holds, it is read without failing, and answers are only of questions asked', () => {
  const fields = [whyFields, whenFields, sourcesFields].flatMap((each) => Object.values(each));
  const anything = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'last-taken',
      'not-taken',
      'other',
      'checked',
      'none-exists',
      'none',
      'last-opioid',
      'not-pregnant',
      '2026-02-01',
      '9999-99-99',
    ),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...fields), fc.string()), anything), (form) => {
      const { answers, problems } = read(form);
      for (const [key, { reason, words, asked, lastDose }] of Object.entries(answers)) {
        expect(['R16', 'R06:MedicationRequest/a', 'R09']).toContain(key);
        expect(asked !== undefined || `${reason ?? ''}${words ?? ''}`.trim() !== '').toBe(true);
        expect(words ?? '').not.toMatch(/\n/);
        if (lastDose !== undefined) expect(lastDose <= '2026-03-02').toBe(true);
      }
      for (const { field } of problems) expect(fields).toContain(field);
    }),
    { seed: 9, numRuns: 1000 },
  );
});

describe('the sources in a country without a monitoring record', () => {
  const asked = finding('R09', 'confirm', {
    question: { ...interview(false), monitoringRecord: null } as Question,
  });
  const { interview: field, monitoring, monitoringDate } = answerFields(asked);

  test('are answered by what the patient says; nothing is recorded of a record', () => {
    expect(readAnswers({ [field]: 'none' }, judgementOf(asked))).toEqual({
      answers: { R09: { asked: { notPregnant: false } } },
      problems: [],
    });
    // As a page that is no longer shown may post it.
    const stray = { [field]: 'none', [monitoring]: 'checked', [monitoringDate]: '2026-01-01' };
    expect(readAnswers(stray, judgementOf(asked)).answers).toEqual({
      R09: { asked: { notPregnant: false } },
    });
  });

  test('are not answered by silence', () => {
    expect(readAnswers({}, judgementOf(asked)).answers).toEqual({});
  });
});
