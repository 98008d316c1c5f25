/** What the chart says about giving LDN to this patient: the opioid verdict, the evidence and one finding a rule. */
import type { Source } from '#lib/chart/chart.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Filler } from '#lib/titration/regimen.ts';
import type { Reason } from './reasons.ts';

export const RULE_IDS = [
  'R01',
  'R02',
  'R03',
  'R04',
  'R05',
  'R06',
  'R07',
  'R08',
  'R09',
  'R10',
  'R11',
  'R12',
  'R13',
  'R14',
  'R15',
  'R16',
  'R17',
  'R18',
  'R19',
  'R20',
  'R21',
  'R22',
  'R23',
  'R24',
  'R25',
  'R26',
  'R28',
  'R29',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

/** blocks: no way round. confirm: the prescriber answers, with a reason. informs: shown. */
export type Severity = 'blocks' | 'confirm' | 'informs';

/** Three values; "unknown" is never "no". */
export type OpioidVerdict = 'present' | 'cannot-tell' | 'none-found';

export type OpioidState = 'current' | 'recent' | 'historical' | 'pending' | 'not-taken' | 'unidentified';

/** One row of the chart that is, or may be, an opioid. */
export interface OpioidEvidence {
  readonly source: Source;
  /** The chart's own words. */
  readonly text: string;
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
  /** Why the recogniser calls it an opioid: "RxNorm 857005", 'name "hydrocodone"'. */
  readonly because: readonly string[];
}

/**
 * What a `confirm` asks of the prescriber. `last-dose`: a stated day moves the earliest start to that day + washoutDays + 1,
 * never before what an administration (`notBefore`) or, unless the reason lifts it, a hand-over (`handedOver`) allows.
 */
export type Question =
  | { readonly kind: 'reason' }
  | {
      readonly kind: 'last-dose';
      readonly washoutDays: number;
      readonly notBefore: CalendarDate | null;
      readonly handedOver: CalendarDate | null;
      /** Earliest start when the question is answered without a day; null when the chart gives none. */
      readonly withoutDay: CalendarDate | null;
    }
  | {
      readonly kind: 'operation';
      /** The day of it, the latest it may be; null when not recorded. */
      readonly day: CalendarDate | null;
      /** First night without LDN where it is held 72 hours; null where no night is left before that. */
      readonly holdFrom: CalendarDate | null;
    }
  | {
      readonly kind: 'monitoring-and-interview';
      readonly washoutDays: number;
      readonly asksPregnancy: boolean;
    };

export interface Finding {
  readonly rule: RuleId;
  /** The rule id; with the row ("R06:MedicationRequest/m1") where this rule has several findings. */
  readonly key: string;
  readonly severity: Severity;
  readonly message: string;
  /** Rows of the chart this rests on. */
  readonly sources: readonly Source[];
  /** Source of the rule as a person would cite it: "US naltrexone label, contraindications". */
  readonly basis: readonly string[];
  /** For `confirm`: reasons made for this rule, the one that settles the question first. */
  readonly reasons: readonly Reason[];
  readonly question: Question | null;
}

export interface Judgement {
  readonly asOf: CalendarDate;
  /** IANA zone of the clinic; null = unknown, the later date counts. */
  readonly timeZone: string | null;
  /** "Patient/p1" */
  readonly patient: Source;
  readonly opioid: {
    readonly verdict: OpioidVerdict;
    readonly earliestStart: CalendarDate | null;
    readonly evidence: readonly OpioidEvidence[];
  };
  /** Worst first, then in rule order. */
  readonly findings: readonly Finding[];
  /** The chart's own indication for LDN, for the order's reasonCode; null when none is recorded. */
  readonly indication: Indication | null;
  /** Filler to ask of the pharmacy where the chart names a filler sensitivity; null when it names none. */
  readonly filler: Filler | null;
  /** What this app could not see in this EHR, by name. */
  readonly unseen: readonly string[];
}

export interface Indication {
  readonly source: Source;
  readonly text: string;
  readonly coding: { readonly system: string; readonly code: string; readonly display: string | null } | null;
  readonly isFibromyalgia: boolean;
}
