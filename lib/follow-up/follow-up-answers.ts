/** What a prescriber says at a follow-up visit. What the chart and the order say is not asked. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';

/** `troublesome`: the dose is to be lowered. `alarming`: signs of hepatitis, suicidal thoughts, allergy, withdrawal. */
export const EFFECTS = ['none', 'mild', 'troublesome', 'alarming'] as const;
export type Effects = (typeof EFFECTS)[number];

/** Global impression of change since the first night. */
export const CHANGES = ['much-improved', 'improved', 'same', 'worse'] as const;
export type Change = (typeof CHANGES)[number];

/** The three answers of PEG: pain, enjoyment of life, general activity. */
export type PegItems = readonly [number, number, number];

/** How it is today: one measure, never two. 0 to 10, higher is worse. */
type ScoreToday =
  | { readonly measure: 'peg'; readonly items: PegItems }
  | { readonly measure: 'pain-now'; readonly value: number };

export interface FollowUpAnswers {
  readonly effects: Effects;
  /** Null: the dose that the order gives by now. */
  readonly dose: Micrograms | null;
  readonly nightsAtDose: number | null;
  /** Missed in a row, up to today. */
  readonly missedNights: number | null;
  readonly score: ScoreToday | null;
  /** Before the first night, of the same measure. A number is the mean where the measure is PEG. */
  readonly baseline: number | PegItems | null;
  readonly change: Change | null;
  /** The night on which low-dose naltrexone was begun. */
  readonly firstNight: CalendarDate | null;
}

export function meanOf(items: PegItems): number {
  return items.reduce((sum, item) => sum + item, 0) / items.length;
}
