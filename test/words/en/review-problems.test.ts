import { describe, expect, it } from 'vitest';
import { answerFields } from '#lib/review/answer-fields.ts';
import { readAnswers } from '#lib/review/read-answers.ts';
import type { Question } from '#lib/safety/question.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { askedQuestions } from '#lib/words/en/question.ts';
import { reviewProblems } from '#lib/words/en/review-problems.ts';
import { interview } from '../../review/judgements.ts';
import { finding, judgement } from '../judgement-fixture.ts';

const monitoring = finding({
  rule: 'R09',
  key: 'R09',
  severity: 'confirm',
  sources: [],
  question: interview(true),
});

const unnamed = finding({
  rule: 'R06',
  key: 'R06:MedicationRequest/m1',
  severity: 'confirm',
  reasons: reasons('takes-no-opioid', 'not-taken'),
  question: {
    kind: 'last-dose',
    washoutDays: 14,
    notBefore: null,
    handedOver: null,
    withoutDay: null,
    clearFrom: null,
  },
});

describe('the questions of review', () => {
  it('asks of other sources in three groups, the settling answer first', () => {
    const groups = askedQuestions(monitoring);
    expect(groups.map(({ choices }) => choices[0]?.value)).toEqual(['checked', 'none', 'not-pregnant']);
  });

  it('asks no pregnancy question of others', () => {
    expect(askedQuestions({ ...monitoring, question: interview(false) })).toHaveLength(2);
  });

  it('asks of no monitoring record in a country that keeps none', () => {
    const question = {
      ...interview(false),
      monitoringRecord: null,
      overTheCounter: ['ibuprofen-codeine'],
    } as Question;
    expect(askedQuestions({ ...monitoring, question }).map(({ legend }) => legend)).toEqual([
      'Patient asked about leftover, over-the-counter (Nurofen Plus), clinic-dispensed, borrowed and illicit opioids, and kratom',
    ]);
  });

  it('offers the reasons of the rule in their order and then free words', () => {
    const [group] = askedQuestions(unnamed);
    expect(group?.choices.map(({ label }) => label)).toEqual([
      'Patient asked: takes no opioid',
      'Not taken: never used, or returned',
      'Other, in your own words',
    ]);
  });

  it('uses the fields that the answers are read from', () => {
    const fields = new Set([monitoring, unnamed].flatMap((one) => Object.values(answerFields(one))));
    for (const { field, choices } of [monitoring, unnamed].flatMap(askedQuestions)) {
      expect(fields).toContain(field);
      for (const { day } of choices) if (day !== null) expect(fields).toContain(day.field);
    }
  });

  it('is settled by the first answer of every group', () => {
    const form = Object.fromEntries(
      [monitoring, unnamed].flatMap(askedQuestions).flatMap(({ field, choices }) => {
        const [first] = choices;
        const day = first?.day ? [[first.day.field, '2026-03-02']] : [];
        return [[field, first?.value ?? ''], ...day];
      }),
    );
    const read = readAnswers(form, judgement({ findings: [unnamed, monitoring] }));
    expect(read.problems).toEqual([]);
    expect(Object.keys(read.answers)).toEqual(['R06:MedicationRequest/m1', 'R09']);
  });
});

describe('what still stands before the draft', () => {
  it('names each open question with the field that answers it', () => {
    const open = { outcome: 'needs-confirmation', findings: [unnamed], unanswered: [unnamed] } as const;
    expect(reviewProblems(open, []).map(({ field }) => field)).toEqual([answerFields(unnamed).choice]);
  });

  it('does not call a question open whose answer could not be read', () => {
    const problem = { field: answerFields(unnamed).date, fault: { code: 'no-last-dose' } } as const;
    const open = { outcome: 'needs-confirmation', findings: [unnamed], unanswered: [unnamed] } as const;
    expect(reviewProblems(open, [problem])).toEqual([
      { field: problem.field, message: 'Give the date it was last taken.' },
    ]);
  });

  it('calls one missing day of the monitoring question one problem, in the dates of the screen', () => {
    const problem = {
      field: answerFields(monitoring).lastOpioidDate,
      fault: { code: 'no-day-of-last-opioid', asOf: '2026-03-02' as CalendarDate },
    } as const;
    const open = { outcome: 'needs-confirmation', findings: [monitoring], unanswered: [monitoring] } as const;
    expect(reviewProblems(open, [problem])).toEqual([
      { field: problem.field, message: 'Give the date of the last opioid, no later than 02-Mar-2026.' },
    ]);
  });

  it('shows a block that no field mends', () => {
    const late = finding({
      rule: 'R25',
      key: 'R25',
      code: 'regimen',
      facts: {
        faults: [
          {
            invariant: 'start-date',
            code: 'start-before-earliest',
            startDate: '2026-03-02' as CalendarDate,
            earliest: '2026-03-09' as CalendarDate,
          },
        ],
      },
    });
    const blocked = { outcome: 'blocked', findings: [late], unanswered: [] } as const;
    expect(reviewProblems(blocked, [])).toEqual([
      {
        field: null,
        message:
          'First night 02-Mar-2026 is before 09-Mar-2026, the earliest that the chart and the answers allow.',
      },
    ]);
  });
});
