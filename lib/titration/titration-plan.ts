/** The plan a regimen works out to: phases with dates, units and an exact supply. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Continuation } from './continuation.ts';
import type { Excipient, Micrograms, Regimen } from './regimen.ts';

export interface CapsuleCount {
  readonly strength: Micrograms;
  readonly count: number;
}

/** One dose level. Contiguous; dates are a preview, the order carries nights (FHIR R4 Timing.repeat.boundsDuration). */
export interface Phase {
  readonly sequence: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly nights: number;
  readonly dose: Micrograms;
  /** Capsules a night, largest strength first; null for the liquid. */
  readonly capsules: readonly CapsuleCount[] | null;
  /** Tenths of a millilitre a night (10 = 1 mL) at 0.5 mg/mL; null for capsules. */
  readonly tenthsOfMl: number | null;
}

/** One bottle of the home-made liquid. */
export interface Batch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly nights: number;
  readonly tenthsOfMl: number;
}

export interface SupplyLine {
  readonly item: 'capsule' | 'tablet';
  readonly strength: Micrograms;
  readonly quantity: number;
}

/** An operation before which LDN is held. */
export interface Hold {
  /** The first night without a dose. */
  readonly from: CalendarDate;
  /** The day of the operation, the latest it may be. */
  readonly operation: CalendarDate;
}

export interface TitrationPlan {
  readonly regimen: Regimen;
  readonly phases: readonly Phase[];
  readonly supply: readonly SupplyLine[];
  /** Empty for capsules. */
  readonly batches: readonly Batch[];
  /** What the prescriber said will be held, soonest first; absent where nothing is. */
  readonly holds?: readonly Hold[];
  /** What the patient does not tolerate and the pharmacy is to leave out; absent where the chart names nothing. */
  readonly avoid?: readonly Excipient[];
  /** What this plan follows; absent where it is the first. */
  readonly continues?: Continuation;
}

/** A plan with its days, for a drawing: one that is proposed, or one that stands in the EHR. */
export interface PlottedPlan {
  readonly regimen: Pick<Regimen, 'startDate' | 'days'>;
  readonly phases: readonly Pick<Phase, 'sequence' | 'from' | 'nights' | 'dose'>[];
}
