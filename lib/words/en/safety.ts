/** The words of Safety that stand around the verdict, its checks and the opioid history. */
import type { MonitoringRecord } from '#lib/safety/country-facts.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import type { Closed, DraftToSee } from '../shapes.ts';
import { monitoringRecordName } from './country.ts';
import { clockTime, screenDate } from './dates.ts';
import { FRAME_WORDS } from './frame.ts';

const CLOSED: Readonly<Record<Closed, string>> = {
  plan: 'The plan stays closed while a check says "Do not start".',
  review: 'Review stays closed while a check says "Do not start".',
  done: 'There is no draft of this launch in the chart yet.',
  write:
    'This press wrote nothing. The chart was read again just before writing, and a check now says "Do not start".',
};
const OPEN: Readonly<Record<DraftToSee, string>> = {
  own: 'Open the draft',
  earlier: 'See the earlier order',
  'in-doubt': 'See what is known of the draft',
};

const ROW_KINDS: Readonly<Record<string, string>> = {
  MedicationRequest: 'Ordered:',
  MedicationDispense: 'Dispensed:',
  MedicationAdministration: 'Given:',
  MedicationStatement: 'Recorded:',
};

function rowKindWords(source: string): string {
  return ROW_KINDS[source.split('/')[0] ?? ''] ?? '';
}

export const SAFETY_WORDS = {
  closed: CLOSED,
  sentUnknown:
    'A draft was sent for this patient, and nobody knows whether it arrived. Look at the orders of this patient in the EHR before anything else is ordered.',
  blocked: 'Do not start.',
  noEarliestStart:
    'This chart gives no earliest start. If its opioid entry is wrong, correct it in the EHR and read the chart again.',
  askedAtReview: 'Review asks you about this. Without your answers no draft is written.',
  goOn: 'Continue to plan',
  open: OPEN,
  unread: {
    label: 'Parts of the chart that were not read',
    whatToDo: 'Read the chart again. If it is still not whole, check for opioids by hand and tell IT.',
    reference: (reference: string) => `Reference ${reference}`,
  },
  history: {
    title: (days: number) => `Opioids in the last ${days} days`,
    notDrawn:
      "Not drawn: the chart was not read in full, and a picture of part of it would mislead. Look in the EHR's own medication list.",
    dateUnsure: 'A date is derived or missing',
    opioidFree: 'Opioid-free days before a start',
    caption: 'Opioids in the chart',
    /** @param source tells its kind: "MedicationDispense/d1" */
    part: (source: string, span: string) => `${rowKindWords(source)} ${span}`,
    columns: {
      text: 'Chart entry',
      state: 'State',
      taken: 'Taken',
      clearFrom: 'LDN could start',
      recognisedBy: 'Recognised by',
    },
    notTabled: (rows: number) =>
      `${rows} more rows of medicines that are not recognised are not drawn here: all their names are in the list of checks.`,
    devices: (count: number) =>
      `${count} ${count === 1 ? 'entry is a device or supply' : 'entries are devices or supplies'}, not ${count === 1 ? 'a medicine' : 'medicines'}`,
    noDate: 'No date can be given',
    /** Of a day that is past. */
    clearSince: (day: CalendarDate) => `Since ${screenDate(day)}`,
    /** @param because what was looked at; empty when there was nothing to look at. */
    notRecognised: (because: string) => (because === '' ? 'Not recognised' : `Not recognised: ${because}`),
  },
  checks: {
    title: 'Checks',
    noRow: 'No single chart entry: this follows from the chart as a whole.',
    source: 'Source',
    /** @param isIncomplete something they look at may be in what was not read. */
    quiet: (checks: number, isIncomplete: boolean) =>
      isIncomplete
        ? `${checks} checks raised nothing in what was read; they may rest on what was not read`
        : `${checks} checks raised nothing in the records this app could read`,
  },
  unseen: {
    title: 'What this app cannot see',
    /** True of every EHR: what a chart cannot hold. */
    always: (monitoringRecord: MonitoringRecord | null) => [
      'Medicines from other pharmacies, clinics or countries',
      'Methadone and other treatment programmes',
      ...(monitoringRecord === null ? [] : [monitoringRecordName(monitoringRecord)]),
      'Leftover, borrowed, over-the-counter or illicit opioids, kratom',
    ],
    caption: 'Parts of the chart asked for',
    columns: { part: 'Part', state: 'State', rows: 'Rows', details: 'Details' },
    noDetails: 'Nothing to report',
  },
} as const;

/** What stands beside the verdict of the visit itself. A block that is gone closes nothing; a draft that may stand is never "none". */
export function besideVerdict(
  closed: Closed | null,
  { isBlocked, isSentUnknown }: { readonly isBlocked: boolean; readonly isSentUnknown: boolean },
): string | null {
  if (isSentUnknown) return SAFETY_WORDS.sentUnknown;
  return closed !== null && (isBlocked || closed === 'done') ? SAFETY_WORDS.closed[closed] : null;
}

/** For paper, which is read on another day than it was printed. */
export function readOnPaper(ehrName: string, readAt: number, timeZone: string | null): string {
  // Without a zone the time is in UTC, and so must its day be.
  const day = screenDate(clinicDay(readAt, timeZone ?? 'UTC'));
  return FRAME_WORDS.foot.readFrom(ehrName, `${clockTime(readAt, timeZone)} on ${day}`);
}
