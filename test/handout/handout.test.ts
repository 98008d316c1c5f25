import { describe, expect, it } from 'vitest';
import { LONGEST_MISSED_NIGHTS } from '#lib/follow-up/decision-table.ts';
import { WASHOUT_DAYS_IMMEDIATE, WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import { HOLD_HOURS } from '#lib/safety/rules/check-surgery.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESETS, type PresetId } from '#lib/titration/propose-regimen.ts';
import { continuation } from '../titration/continuations.ts';
import { box, boxesOf, planOfPreset, sheetOf } from './sheet-of.ts';

const STANDARD = sheetOf(planOfPreset('standard'));
const LIQUID = sheetOf(planOfPreset('liquid-gentle'));
const everyWord = (sheet: object) => JSON.stringify(sheet);

describe('the steps', () => {
  it('are counted in nights from a first night that the patient writes in, the total in mg beside the capsules', () => {
    expect(STANDARD.firstNight).toBeNull();
    expect(STANDARD.steps).toEqual([
      { nights: '1 to 14', take: 'one 1.5 mg capsule', dose: '1.5 mg', startsOn: null },
      { nights: '15 to 28', take: 'two 1.5 mg capsules', dose: '3 mg', startsOn: null },
      { nights: '29 to 56', take: 'three 1.5 mg capsules', dose: '4.5 mg', startsOn: null },
    ]);
  });

  it('have dates printed only where the prescriber fixed the first night', () => {
    const fixed = sheetOf(planOfPreset('standard', { isFirstNightFixed: true }));
    expect(fixed.firstNight).toBe('Monday 2 March 2026');
    expect(fixed.steps.map(({ startsOn }) => startsOn)).toEqual([
      'Monday 2 March',
      'Monday 16 March',
      'Monday 30 March',
    ]);
  });

  it('of the liquid are in mL with their mg beside them', () => {
    expect(LIQUID.steps[0]).toEqual({ nights: '1 to 7', take: '1 mL', dose: '0.5 mg', startsOn: null });
  });

  it('of two strengths name each capsule, and one total', () => {
    expect(sheetOf(planOfPreset('gentle')).steps[4]).toMatchObject({
      take: 'one 1.5 mg capsule and two 0.5 mg capsules',
      dose: '2.5 mg',
    });
  });

  it('say beside them how long to stay, when to go up, and what is too much', () => {
    const text = STANDARD.goingUp.lines.join(' ');
    expect(text).toContain('Stay 14 nights on each dose. Then go up only if you feel well.');
    expect(text).toContain('stay on this dose, or go back to the last one that was fine, and call us');
    expect(text).toContain('Never take more than 4.5 mg a night');
    expect(sheetOf(planOfPreset('weekly')).goingUp.lines[0]).toContain('Stay 7 nights on each dose.');
    expect(sheetOf(planOfPreset('standard', { days: 14 })).goingUp.lines[0]).toBe(
      'Take the same dose each night.',
    );
  });
});

describe('what the patient must do', () => {
  it('to start: no day too early, and no opioid for as long as the rules ask', () => {
    expect(box(STANDARD, 'When to start')).toContain(
      `Not before Monday 2 March 2026, and not before you have been without any opioid for ${WASHOUT_DAYS_IMMEDIATE} days.`,
    );
    expect(box(STANDARD, 'When to start')).toContain(`a slow-release tablet it is ${WASHOUT_DAYS_LONG} days`);
  });

  it('to go on from an order before: never both', () => {
    const next = sheetOf({ ...planOfPreset('standard', { days: 14 }), continues: continuation() });
    expect(box(next, 'When to start')).toContain('Use up what you have first. Never take both in one night.');
    expect(box(STANDARD, 'When to start')).not.toContain('Use up');
  });

  it('after a missed night: finish the nights of the dose, and call after two weeks', () => {
    const text = box(STANDARD, 'If you miss a night');
    expect(text).toContain(
      'Never take two doses in one night. Finish the 14 nights of the dose you are on. All later dates move.',
    );
    expect(text).toContain(
      `More than ${LONGEST_MISSED_NIGHTS} nights missed: do not start again by yourself. Call us.`,
    );
  });

  it('before a dentist or an operation: who must know, when to stop, when to start again', () => {
    const text = box(STANDARD, 'Before a dentist or an operation');
    expect(text).toContain('Tell every doctor, dentist, nurse and pharmacist');
    expect(text).toContain(`at least ${HOLD_HOURS} hours before`);
    expect(text).toContain(`Start again only after ${WASHOUT_DAYS_IMMEDIATE} days without opioids`);
    expect(text).not.toContain('Your operation is on');
  });

  it('before the operation that is known: no LDN from the night that was promised', () => {
    const holds = [{ from: '2026-03-13' as CalendarDate, operation: '2026-03-16' as CalendarDate }];
    expect(box(sheetOf({ ...planOfPreset('standard'), holds }), 'Before a dentist or an operation')).toMatch(
      /^Your operation is on Monday 16 March 2026\. Take no LDN from the night of Friday 13 March 2026\./,
    );
  });

  it('with opioids: stands first; loperamide is not frightened away', () => {
    expect(boxesOf(STANDARD)[0]).toBe(STANDARD.warning);
    expect(STANDARD.warning.lines.join(' ')).toContain(
      'You may take loperamide for diarrhoea, at the dose on the pack',
    );
  });

  it.each([
    ['GB', 'Nurofen Plus', '999'],
    ['CA', 'acetaminophen with codeine 8 mg', '911'],
  ] as const)('in %s: what shops sell is named, and the number to call', (country, sold, number) => {
    const text = sheetOf(planOfPreset('standard'), { country }).warning.lines.join(' ');
    expect(text).toContain(sold);
    expect(text).toContain(`Then call ${number}.`);
  });

  it.each(['US', 'NZ', 'AU', 'ES'] as const)('in %s, where shops sell none, none is named', (country) => {
    expect(everyWord(sheetOf(planOfPreset('standard'), { country }))).not.toMatch(/shops|Nurofen|co-codamol/);
  });

  it('with capsules: it is not the 50 mg tablet', () => {
    expect(everyWord(STANDARD)).toContain('not the 50 mg tablet');
    expect(STANDARD.mixing).toBeNull();
  });

  it('with the liquid: mix, keep and discard by a page of its own, and never swallow the tablet', () => {
    expect(box(LIQUID, 'How to take it')).toMatch(/^DO NOT SWALLOW THE TABLETS WHOLE/);
    const text = LIQUID.mixing?.lines.join(' ') ?? '';
    expect(text).toMatch(/^DO NOT SWALLOW THE TABLETS WHOLE/);
    for (const word of [
      '100 mL',
      '0.5 mg/mL',
      'fridge',
      'foil',
      'syringe',
      'children',
      '14 nights',
      '5 tablets',
    ]) {
      expect(text).toContain(word);
    }
    expect(LIQUID.mixing?.bottles.map(({ nights, mixOn }) => [nights, mixOn])).toEqual([
      ['1 to 14', null],
      ['15 to 28', null],
      ['29 to 42', null],
      ['43 to 54', null],
      ['55 to 63', null],
    ]);
  });
});

describe('the wallet card and whom to call', () => {
  const call = {
    prescriber: { name: 'Dr. Robin Exemplar', phone: '555-0142' },
    clinic: { name: 'Exemplar Pain Clinic', phone: null },
  };

  it('have dose, hours to stop, names and numbers where the EHR gave them, and a line to write on where not', () => {
    const sheet = sheetOf(planOfPreset('standard'), { call });
    expect(sheet.call).toEqual([
      { who: 'Prescriber', name: 'Dr. Robin Exemplar', phone: '555-0142' },
      { who: 'Clinic', name: 'Exemplar Pain Clinic', phone: null },
      { who: 'Pharmacy', name: null, phone: null },
    ]);
    const card = box(sheet, 'Card for your wallet');
    expect(card).toContain('up to 4.5 mg at bedtime');
    expect(card).toContain(`stop it for ${HOLD_HOURS} hours or more`);
  });
});

it.each(Object.keys(PRESETS) as PresetId[])('holds no clinicians shorthand for the preset %s', (preset) => {
  expect(everyWord(sheetOf(planOfPreset(preset)))).not.toMatch(/bi-weekly|qhs|\bHS\b|\bq\.?d\b|\.0 mg| \.5/i);
});
