/** The words of the follow-up dates. */
import type { FollowUpDate } from '#lib/follow-up/follow-up-dates.ts';
import { screenDate } from './dates.ts';

const WHY = {
  4: 'tolerability and first effect',
  8: 'effect: pain and function against the start',
  12: 'go on or stop: with less than 30% relief, propose to stop',
} as const;

/** "4 weeks", and what is looked at then. */
export function followUpWords(date: FollowUpDate): { readonly when: string; readonly why: string } {
  return date.kind === 'weeks'
    ? { when: `${date.weeks} weeks`, why: WHY[date.weeks] }
    : {
        when: 'Before the supply ends',
        why: `the last night of this supply is ${screenDate(date.lastNight)}`,
      };
}
