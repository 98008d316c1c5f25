/** The picture of the opioid history: its labels, and the whole of it said in one line. */
import type { OpioidEvidence, OpioidState } from '#lib/safety/opioid-evidence.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { screenDate } from './dates.ts';
import { OPIOID_STATE_WORDS } from './judgement.ts';

/** A row with the days it is drawn over; what of them the chart does not say is not known. */
interface DrawnDays {
  readonly row: Pick<OpioidEvidence, 'state' | 'dateIsGuessed'>;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly fromKnown: boolean;
  readonly toKnown: boolean;
}

/** "02-Jan-2026 to 01-Feb-2026" */
export function spanWords({ row, from, to, fromKnown, toKnown }: DrawnDays): string {
  const start = fromKnown ? screenDate(from) : 'start not recorded';
  if (row.state === 'current') return `${start} to today`;
  if (!toKnown) return fromKnown ? `${start}, end not known` : 'dates not known';
  if (fromKnown && from === to) return `${start}${row.dateIsGuessed ? ' at the latest' : ''}`;
  return `${start} to ${screenDate(to)}${row.dateIsGuessed ? ' at the latest' : ''}`;
}

/** The one day of a row that is not drawn. */
export function undrawnDayWords(day: CalendarDate | null): string {
  return day === null ? 'Date not recorded' : screenDate(day);
}

export const todayLabel = (day: CalendarDate) => `Today ${screenDate(day)}`;
/** A start that is past is none to wait for. */
export function earliestStartLabel(day: CalendarDate, today: CalendarDate): string {
  return day > today
    ? `Earliest start ${screenDate(day)}`
    : `Opioid-free days complete since ${screenDate(day)}`;
}

function plural(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What is drawn, by state, and what is not. */
interface DrawnHistory {
  readonly states: readonly OpioidState[];
  readonly daysShown: number;
  /** Rows that end before the picture begins. */
  readonly older: number;
  readonly earliestStart: CalendarDate | null;
  readonly today: CalendarDate;
}

const IN_ORDER = ['current', 'recent', 'historical', 'unidentified'] as const;

export function historyInOneLine({ states, daysShown, older, earliestStart, today }: DrawnHistory): string {
  const counted = IN_ORDER.map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${OPIOID_STATE_WORDS[state].toLowerCase()}`);
  const shown =
    counted.length > 0
      ? `${plural(states.length, 'entry', 'entries')} in the last ${daysShown} days: ${counted.join(', ')}.`
      : `No opioid entry of the last ${daysShown} days in the records this app could read.`;
  const before = older > 0 ? ` ${plural(older, 'older entry', 'older entries')} in the table.` : '';
  const start = earliestStart === null ? '' : ` ${earliestStartLabel(earliestStart, today)}.`;
  return `${shown}${before}${start}`;
}
