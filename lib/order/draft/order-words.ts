/**
 * What an order needs said, in one language: chosen by whoever makes the order, checked by the gate with the same object. Each text is
 * printable ASCII on one line; which of them may be how long is said here, for it is the EHR that cuts them.
 */
import type { RecordedAnswer, ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Relief } from '#lib/titration/continuation.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';
import type { SequencedText } from './joined-text.ts';

/** Some EHRs refuse a longer text at the moment of signing. */
export const LONGEST_SIG = 1000;

/** What some EHRs give the note to the pharmacist. */
export const LONGEST_PHARMACIST_NOTE = 210;

export interface OrderWords {
  /** The texts of one order's dosages, as a label joins them. `strength` is the capsule of that order; null for the liquid. */
  readonly stepTexts: (plan: TitrationPlan, strength: Micrograms | null) => readonly SequencedText[];
  /** How the liquid is made, kept and thrown away. */
  readonly liquidPreparation: (plan: TitrationPlan) => string;
  /** One order ready to be typed or pasted into an EHR. */
  readonly orderText: (plan: TitrationPlan, line: SupplyLine) => string;
  readonly pharmacistNote: (plan: TitrationPlan) => string;
  readonly capsuleName: (strength: Micrograms) => string;
  /** In place of the prescriber where the EHR named none: whoever signs is the prescriber. */
  readonly requesterToBeSet: string;
  /** What the pharmacy must know, of the order and of the check: one line a note. */
  readonly notes: (reviewed: ReviewedPlan) => readonly string[];
  /** What LDN is for, where the prescriber stated it; null where this answer states none. */
  readonly statedReason: (answer: RecordedAnswer) => string | null;
  /** How the patient responded, in figures. */
  readonly relief: (relief: Relief) => string;
  readonly assessment: AssessmentWords;
  readonly said: SaidInSteps;
}

/** The words of what goes beside the draft. @see FHIR R4 DocumentReference, Provenance */
export interface AssessmentWords {
  readonly type: string;
  readonly description: string;
  readonly title: string;
  /** All that was checked and stated, the prescriber's interview too: one line a note. */
  readonly notes: (reviewed: ReviewedPlan) => readonly string[];
  readonly tables: (tablesOf: string) => string;
  readonly madeWith: (appVersion: string, tables: string) => string;
}

/**
 * Parts that a text of a step holds word for word, made anew from its structure and looked for: no text is ever taken apart. Where several
 * are given, one of them: a text of an order in few words, or of an earlier version, says the same otherwise.
 */
export interface SaidInSteps {
  /** One of these stands in every text of this app. */
  readonly ours: readonly string[];
  /** Ends the last step. */
  readonly last: string;
  /** Ends an order of one dose that is not to be raised. */
  readonly stays: string;
  /** Begins the first step of the liquid. */
  readonly liquidWarning: string;
  /** What one order gives in one night: its dose, or of capsules their number. */
  readonly dose: (dose: Micrograms, strength: Micrograms | null) => readonly string[];
  readonly volume: (dose: Micrograms, tenthsOfMl: number) => string;
  readonly nights: (nights: number) => string;
  readonly firstNight: (night: CalendarDate) => string;
}

/** Whether the text holds the part as words of their own: "1.5 mg (" is not said by "11.5 mg (". */
export function holdsWords(text: string, part: string): boolean {
  return ` ${text}`.includes(` ${part}`);
}
