/** What the chart says of opioids: a verdict, and the rows of the chart it rests on. */
import type { Source } from '#lib/chart/chart.ts';
import type { Doubt, IngredientId } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/** Three values; "unknown" is never "no". */
export type OpioidVerdict = 'present' | 'cannot-tell' | 'none-found';

export type OpioidState = 'current' | 'recent' | 'historical' | 'pending' | 'not-taken' | 'unidentified';

/** `recognised`: by a code or name, "RxNorm 857005". `procedure`: its own words speak of opioids. Else a doubt. */
export type Because =
  | { readonly kind: 'recognised'; readonly from: string }
  | { readonly kind: 'procedure'; readonly words: string }
  | Doubt;

/** One row of the chart that is, or may be, an opioid. */
export interface OpioidEvidence {
  readonly source: Source;
  /** The orders that this row carries out: of one course with it. */
  readonly carriesOut: readonly Source[];
  /** The chart's own words; null where it gives no name. */
  readonly text: string | null;
  readonly ingredients: readonly IngredientId[];
  readonly state: OpioidState;
  /** E, the last day the opioid may have been taken; null when current or not known. */
  readonly lastExposure: CalendarDate | null;
  /** First day on which LDN could start on this row's account (E + W + 1); null when current or not known. */
  readonly clearFrom: CalendarDate | null;
  /** First day of the order or supply as far as known; for drawing. */
  readonly from: CalendarDate | null;
  /** The end was derived or guessed, not recorded as taken. */
  readonly dateIsGuessed: boolean;
  /** Why it is taken for an opioid; of what nobody can name, why it may be one. */
  readonly because: readonly Because[];
}

export interface OpioidJudgement {
  readonly verdict: OpioidVerdict;
  readonly earliestStart: CalendarDate | null;
  readonly evidence: readonly OpioidEvidence[];
}
