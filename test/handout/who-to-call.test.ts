import { describe, expect, test } from 'vitest';
import { NOBODY, personContact, placeContact } from '#lib/handout/who-to-call.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

const TODAY = '2026-03-02' as CalendarDate;
const phone = (value: string, more: object = {}) => ({ system: 'phone', value, ...more });

describe('the prescriber', () => {
  test('by official name, and the number at work', () => {
    const practitioner = {
      name: [
        { use: 'nickname', text: 'Robbie' },
        { use: 'official', prefix: ['Dr.'], given: ['Robin'], family: 'Exemplar' },
      ],
      telecom: [phone('555-0100'), { system: 'fax', value: '555-0111' }, phone('555-0142', { use: 'work' })],
    };
    expect(personContact(practitioner, TODAY)).toEqual({ name: 'Dr. Robin Exemplar', phone: '555-0142' });
  });

  test.each([
    ['a number at home', phone('555-0100', { use: 'home' })],
    ['an old number', phone('555-0100', { use: 'old' })],
    ['a number that ended', phone('555-0100', { period: { end: '2025-12-31' } })],
    ['an e-mail address', { system: 'email', value: 'robin@example.org' }],
    ['a text that is no number', phone('x'.repeat(200))],
    ['no text', phone('')],
    ['something odd', { system: 'phone', value: { not: 'text' } }],
  ])('%s is never printed', (_what, telecom) => {
    expect(
      personContact({ name: [{ text: 'Dr. Robin Exemplar' }], telecom: [telecom] }, TODAY).phone,
    ).toBeNull();
  });

  test('of whom nothing is said is a line to write on', () => {
    expect(personContact({}, TODAY)).toEqual(NOBODY);
    expect(personContact({ name: 'Robin', telecom: null }, TODAY)).toEqual(NOBODY);
  });
});

test('the clinic by its name and the first of its numbers', () => {
  const organization = {
    name: 'Exemplar\nPain Clinic',
    telecom: [phone('555-0100', { rank: 2 }), phone('555-0101', { rank: 1 })],
  };
  expect(placeContact(organization, TODAY)).toEqual({ name: 'Exemplar Pain Clinic', phone: '555-0101' });
});
