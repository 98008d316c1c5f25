/** What may be wrong with a regimen: a value each, whose sentence lib/words makes. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Filler, Micrograms } from './regimen.ts';

/** The field of the regimen to change. */
export type Invariant =
  | 'start'
  | 'step'
  | 'interval'
  | 'ceiling'
  | 'days'
  | 'strengths'
  | 'start-date'
  | 'filler';

/** Which dose of the regimen, each its own invariant. */
type DoseField = 'start' | 'step' | 'ceiling' | 'strengths';

export type RegimenFault =
  /** Null: no number at all. */
  | { readonly invariant: DoseField; readonly code: 'not-whole-micrograms'; readonly dose: Micrograms | null }
  | {
      readonly invariant: DoseField;
      readonly code: 'dose-below' | 'dose-above';
      readonly dose: Micrograms;
      readonly limit: Micrograms;
    }
  | { readonly invariant: 'step'; readonly code: 'step-not-upward'; readonly dose: Micrograms }
  | {
      readonly invariant: 'ceiling';
      readonly code: 'ceiling-below-start';
      readonly dose: Micrograms;
      readonly start: Micrograms;
    }
  | { readonly invariant: 'interval' | 'days'; readonly code: 'not-whole-days'; readonly days: number | null }
  | {
      readonly invariant: 'interval';
      readonly code: 'interval-outside';
      readonly days: number;
      readonly shortest: number;
      readonly longest: number;
    }
  | { readonly invariant: 'days'; readonly code: 'too-long'; readonly days: number; readonly limit: number }
  | { readonly invariant: 'filler'; readonly code: 'filler-of-liquid'; readonly filler: Filler }
  | { readonly invariant: 'strengths'; readonly code: 'no-strength' }
  | {
      readonly invariant: 'strengths';
      readonly code: 'too-many-strengths';
      readonly count: number;
      readonly limit: number;
    }
  | {
      readonly invariant: 'strengths';
      readonly code: 'not-measurable';
      readonly dose: Micrograms;
      readonly grain: Micrograms;
    }
  | {
      readonly invariant: 'strengths';
      readonly code: 'no-sum-of-capsules';
      readonly dose: Micrograms;
      readonly strengths: readonly Micrograms[];
      readonly limit: number;
    }
  | {
      readonly invariant: 'start-date';
      readonly code: 'start-before-check';
      readonly startDate: CalendarDate;
      readonly asOf: CalendarDate;
    }
  | {
      readonly invariant: 'start-date';
      readonly code: 'start-before-earliest';
      readonly startDate: CalendarDate;
      readonly earliest: CalendarDate;
    }
  | {
      readonly invariant: 'start-date';
      readonly code: 'start-too-far';
      readonly startDate: CalendarDate;
      readonly asOf: CalendarDate;
      readonly limit: number;
    }
  /** What the answers on Review ask of the plan. */
  | {
      readonly invariant: 'start-date';
      readonly code: 'start-while-held';
      readonly startDate: CalendarDate;
      readonly from: CalendarDate;
      readonly operation: CalendarDate;
    }
  | { readonly invariant: 'step'; readonly code: 'no-slower-than-standard' };
