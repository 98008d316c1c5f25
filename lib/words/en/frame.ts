/** What stands on every screen of a launch, and the small parts that several screens share. */
import type { PlanMoved } from '#lib/review/plan-moved.ts';
import type { Step } from '../shapes.ts';
import { screenDate } from './dates.ts';

const STEP_NAMES: Readonly<Record<Step, string>> = {
  safety: 'Safety',
  'follow-up': 'Follow-up',
  plan: 'Plan',
  review: 'Review',
  done: 'Done',
};

export const FRAME_WORDS = {
  identity: { born: 'Born', sex: 'Sex', recordNumber: 'ID', notRead: 'Patient not read yet' },
  steps: { label: 'Steps', names: STEP_NAMES },
  foot: {
    readFrom: (ehrName: string, readAt: string) => `Read from ${ehrName} at ${readAt}`,
    refresh: 'Refresh',
    /** @param apart such as "12 minutes ahead of" */
    clocksApart: (apart: string) =>
      `The clock of the app's server is ${apart} the EHR's. Times on this page may be wrong by as much. Tell IT.`,
    /** In place of what the EHR takes: a promise of a draft would be false while a check blocks. */
    blocked: 'No draft is written while a check says "Do not start".',
  },
  readAgain: 'Read the chart again',
  wholeText: 'The whole text',
  furtherRows: (count: number) => `${count} further rows`,
  print: 'Print',
  changes: {
    title: (since: string) => `The chart changed since ${since}`,
    meaning: 'The checks were run again. Your plan and answers are kept, and nothing was written.',
  },
  forms: {
    foreign:
      'That form belonged to another launch. Nothing in it was used and nothing was written. Fill it in again here.',
    outdated:
      'Nothing was written: the chart, the plan or what the EHR takes changed after that page was shown. Look at what is shown here now, then write.',
    moved: ({ lastOpioid, firstNight }: PlanMoved) =>
      `${lastOpioid === null ? 'Your answers changed the plan: first night' : `Last opioid ${screenDate(lastOpioid)}: first night moved to`} ${screenDate(firstNight)}. Nothing was written yet. Look at the plan below, then write.`,
  },
  copyOrder: {
    /** @param place of this order among `orders`, from 1. */
    order: (place: number, orders: number) => (orders === 1 ? 'Order' : `Order ${place} of ${orders}`),
    note: 'Note to the pharmacist',
    assessment: 'Note for the chart, with your answers; not for the pharmacy',
    file: 'Download as FHIR file',
  },
  /** In place of the FHIR file, where it is not handed out. */
  fileRefused: {
    notOpen: 'This launch is not open in this browser. Open the app again from the chart.',
    standing:
      "An order from this app is already in this patient's chart. Nothing was downloaded: an order entered from the file would be a second one. Open Done to see it.",
    notReviewed: 'There is no reviewed order in this launch. Finish the review first.',
    outdated:
      'The order is no longer what that page showed: the chart, the plan or an answer changed. Nothing was downloaded. Open Review again and take the file from there.',
  },
} as const;
