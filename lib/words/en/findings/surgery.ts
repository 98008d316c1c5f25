/** R19 */
import type { SurgeryFinding } from '#lib/safety/rules/check-surgery.ts';
import { NO_DATE, rowName } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

export const surgery: WordsOf<SurgeryFinding> = {
  'operation-booked': ({ operation, canBeHeld }, day) =>
    `${rowName(operation)} on ${day(operation.day)}: start after it; ${
      canBeHeld
        ? 'or hold 72 hours or more and tell the anaesthetist'
        : 'it is too near to hold LDN 72 hours before it'
    }.`,
  'operation-without-date': ({ operation, withinDays }) =>
    `${rowName(operation)} on a ${NO_DATE}: is it within ${withinDays} days, with an opioid or an anaesthetic?`,
};
