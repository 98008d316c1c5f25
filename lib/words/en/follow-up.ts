/** The words of the follow-up dates. */
import type { FollowUpDate } from '#lib/follow-up/follow-up-dates.ts';
import { screenDate } from './dates.ts';

const WHY = {
  4: 'tolerability and first effect',
  8: 'effect: pain and function compared with the start',
  12: 'continue or stop: with less than 30% relief, propose to stop',
} as const;

/** "4 weeks", and what is looked at then. */
export function followUpWords(date: FollowUpDate): { readonly when: string; readonly why: string } {
  return date.kind === 'weeks'
    ? { when: `${date.weeks} weeks`, why: [WHY[date.weeks], ...bridge(date)].join('; ') }
    : {
        when: 'Before the supply ends',
        why: `the last night of this supply is ${screenDate(date.lastNight)}`,
      };
}

function bridge({ suppliedUntil }: Extract<FollowUpDate, { kind: 'weeks' }>): readonly string[] {
  return suppliedUntil === null
    ? []
    : [
        `this supply ends on ${screenDate(suppliedUntil)}: the review before then drafts the order for the nights in between`,
      ];
}
