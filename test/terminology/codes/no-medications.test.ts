/** An entry that says the list is empty, in the words charts use; and what only begins so. */
import { expect, test } from 'vitest';
import { NO_MEDICATIONS } from '#lib/terminology/codes/no-medications.ts';

const EMPTY = `No known medications|none|nil|NKM|N/A|Takes no medicines|patient takes no medications|Pt denies any medications|
Not on any medication|Not on medication|No OTC or prescription medications|Medication list reviewed - none|
No long-term medication|nil regular medication|no active home meds|Not currently taking any medications|
No medication information available|no information about medications|on no medications`;

const NOT_EMPTY = `no oxycodone|none but oxycodone|not taking oxycodone|on medication|taking medications|is on meds|patient|
medication list:|no drug allergies|Nilotinib|currently on medications|other medications|unknown medication|
No medications except morphine|n/a morphine|known medication`;

const listed = (texts: string) => texts.replaceAll('\n', '').split('|');

test.each(listed(EMPTY))('"%s" is the empty list', (text) => {
  expect(NO_MEDICATIONS.words?.test(text)).toBe(true);
});

test.each(listed(NOT_EMPTY))('"%s" is not the empty list', (text) => {
  expect(NO_MEDICATIONS.words?.test(text)).toBe(false);
});
