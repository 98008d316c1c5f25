import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdNote } from '#lib/handout/hold-note.ts';
import { letter } from '#lib/handout/letter.ts';
import type { TreatmentOnPaper } from '#lib/handout/treatment.ts';
import { WASHOUT_DAYS_IMMEDIATE, WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import { HOLD_HOURS } from '#lib/safety/rules/check-surgery.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { wordsFor } from '#lib/words/words-for.ts';
import { planOfPreset } from './sheet-of.ts';

const { papers, identity } = wordsFor('en');
const day = (text: string) => text as CalendarDate;
const TODAY = day('2026-03-02');
const TAKEN: TreatmentOnPaper = { taken: { dose: 3000, begins: day('2026-01-05') }, steps: [] };
const ORDERED: TreatmentOnPaper = { taken: null, steps: planOfPreset('standard').phases };
const textOf = (paper: ReturnType<typeof papers.letterWords>) =>
  paper.sections.flatMap(({ lines }) => lines).join(' ');
const note = (operation: string, treatment = TAKEN) =>
  papers.holdNoteWords(holdNote(treatment, day(operation), TODAY));

describe('the hold note', () => {
  it('names the evening of the last dose and the hour from which nothing is taken', () => {
    const text = textOf(note('2026-03-12'));
    expect(text).toContain('Operation on Thursday 12 March 2026.');
    expect(text).toContain('Last dose: at bedtime on Sunday 8 March 2026.');
    expect(text).toContain('No dose from Monday 9 March 2026, 00:00, on');
  });

  it('leaves all hours of the hold before any hour of the day, whichever day that is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const operation = addDays(TODAY, days);
        const { noneFrom, lastDose, isLate } = holdNote(TAKEN, operation, TODAY);
        const hours = (Date.parse(operation) - Date.parse(noneFrom)) / 3_600_000;
        expect(hours).toBe(HOLD_HOURS);
        expect(lastDose < noneFrom).toBe(true);
        expect(isLate).toBe(days < HOLD_HOURS / 24);
      }),
    );
  });

  it('says where that evening is over, and who decides then', () => {
    expect(textOf(note('2026-03-04'))).toContain('That evening has passed. Ask when the last dose was');
    expect(textOf(note('2026-03-12'))).not.toContain('That evening has passed');
  });

  it('says when it may be begun again, by the days of the rules', () => {
    const text = textOf(note('2026-03-12'));
    expect(text).toContain(
      `after ${WASHOUT_DAYS_IMMEDIATE} whole days without any opioid; ${WASHOUT_DAYS_LONG}`,
    );
    expect(text).toContain('After more than 14 missed nights: from the first dose');
  });

  it('reckons with the dose that is taken, else with the highest that is ordered', () => {
    expect(textOf(note('2026-03-12'))).toContain('Low-dose naltrexone, up to 3 mg once a day');
    expect(textOf(note('2026-03-12', ORDERED))).toContain('Low-dose naltrexone, up to 4.5 mg once a day');
  });
});

describe('the letter to the other doctors', () => {
  const indication = {
    source: 'Condition/c1',
    text: 'Fibromyalgia',
    coding: null,
    kind: 'fibromyalgia',
  } as const;

  it('says what was started, for what, since when, and that the use is not an approved one', () => {
    const text = textOf(papers.letterWords(letter(TAKEN, indication as never)));
    expect(text).toContain('3 mg once a day at bedtime, for Fibromyalgia, since Monday 5 January 2026.');
    expect(text).toContain('Off-label use');
    expect(textOf(papers.letterWords(letter(TAKEN, null, 'GB')))).toContain('Unlicensed use');
  });

  it('of an order not begun gives its steps and its earliest night', () => {
    expect(textOf(papers.letterWords(letter(ORDERED, null)))).toContain(
      'By the order: 1.5 mg for 14 nights, then 3 mg for 14 nights, then 4.5 mg for 28 nights; first night not before Monday 2 March 2026.',
    );
  });

  it('says what to avoid, and names the opioids that shops of the country sell', () => {
    expect(textOf(papers.letterWords(letter(TAKEN, null, 'GB')))).toContain('co-codamol 8/500');
    expect(textOf(papers.letterWords(letter(TAKEN, null, 'NZ')))).not.toContain('Sold without');
    expect(textOf(papers.letterWords(letter(TAKEN, null)))).toContain(`at least ${HOLD_HOURS} hours before`);
  });
});

describe('either, as text to copy', () => {
  it('names the patient, the day, whom to call and the sources; nothing that nobody knows', () => {
    const patient = identity.identityOf(
      {
        given: 'Ana',
        family: 'Sample',
        birthDate: '1974-12-03',
        sex: 'female',
        recordNumber: 'X-1',
      } as never,
      TODAY,
    );
    const call = [
      { who: 'Prescriber', name: 'Dr Sample', phone: '555 0100' },
      { who: 'Clinic', name: null, phone: null },
    ];
    const text = papers.paperText(note('2026-03-12'), patient, call, TODAY);
    expect(text).toContain('SAMPLE, Ana, born 3 December 1974, record number X-1');
    expect(text).toContain('Prescriber: Dr Sample, 555 0100');
    expect(text).not.toContain('Clinic');
    expect(text).toContain('Sources: US naltrexone label');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});
