/**
 * What an order needs said, in one language: chosen by whoever makes the order, checked by the gate with the same object. Each text is
 * printable ASCII on one line; which of them may be how long is said here, for it is the EHR that cuts them.
 */
import type { ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { CapsuleCount, Phase, SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';

/** Some EHRs refuse a longer text at the moment of signing. */
export const LONGEST_SIG = 1000;

/** What some EHRs give the note to the pharmacist. */
export const LONGEST_PHARMACIST_NOTE = 210;

export interface OrderWords {
  /** One step as one order says it. `strength` is the capsule of that order; null for the liquid. */
  readonly stepText: (plan: TitrationPlan, phase: Phase, strength: Micrograms | null) => string;
  /** The whole titration, in at most so many characters. */
  readonly wholeTaper: (plan: TitrationPlan, room: number) => string;
  /** How the liquid is made, kept and thrown away; starts with the warning. */
  readonly liquidPreparation: (plan: TitrationPlan) => string;
  /** One order ready to be typed or pasted into an EHR. */
  readonly orderText: (plan: TitrationPlan, line: SupplyLine) => string;
  readonly pharmacistNote: (plan: TitrationPlan) => string;
  readonly capsuleName: (strength: Micrograms) => string;
  /** In place of the prescriber where the EHR named none: whoever signs is the prescriber. */
  readonly requesterToBeSet: string;
  /** What was checked, what the prescriber stated, what the pharmacy must know: one line a note. */
  readonly notes: (reviewed: ReviewedPlan) => readonly string[];
  readonly assessment: AssessmentWords;
  readonly said: SaidInSteps;
}

/** Of what goes beside the draft. @see FHIR R4 DocumentReference, Provenance */
export interface AssessmentWords {
  readonly type: string;
  readonly description: string;
  readonly title: string;
  readonly tables: (tablesOf: string) => string;
  readonly madeWith: (appVersion: string, tables: string) => string;
}

/** Parts that a text of a step holds word for word, made anew from its structure and looked for: no text is ever taken apart. */
export interface SaidInSteps {
  /** Ends every step. */
  readonly last: string;
  /** Begins every step of the liquid. */
  readonly liquidWarning: string;
  readonly place: (sequence: number, steps: number) => string;
  /** What one order gives in one night. */
  readonly dose: (dose: Micrograms) => string;
  readonly capsules: (dose: Micrograms, capsules: CapsuleCount) => string;
  readonly volume: (dose: Micrograms, tenthsOfMl: number) => string;
  /** What several orders give together in one night. */
  readonly inAll: (dose: Micrograms) => string;
  readonly nights: (nights: number) => string;
  readonly firstNight: (night: CalendarDate) => string;
}
