/** The shapes that words come in, the same in every language: what a screen, a sheet or a message is laid out from. */

import type { Source } from '#lib/chart/chart.ts';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { PlottedPlan } from '#lib/titration/titration-plan.ts';

export interface ChartLine {
  readonly source: Source;
  /** What kind of record, for people: "Medication order". */
  readonly kind: string;
  /** The chart's own words. */
  readonly words: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
}

interface AskedChoice {
  readonly value: string;
  readonly label: string;
  /** A day that goes with this answer; `before` stands in front of the field. */
  readonly day: { readonly field: string; readonly label: string } | null;
  /** This answer leaves the question open: the draft cannot go on. */
  readonly stops: boolean;
}

export interface AskedQuestion {
  readonly field: string;
  readonly legend: string;
  readonly choices: readonly AskedChoice[];
}

export interface Identity {
  /** "FAMILY, Given" */
  readonly name: string;
  /** "14-Jul-1945 (81y)" */
  readonly born: string;
  /** "14 July 1945", for the patient's own sheet. */
  readonly bornInFull: string;
  readonly sex: string;
  readonly recordNumber: string;
}

export interface ReadingLine {
  readonly part: string;
  /** "Read, 34 rows", "Being read" */
  readonly state: string;
  readonly isAwaited: boolean;
}

export interface SheetSection {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A paper for another professional: laid out from the same sections as the patient's sheet. */
export interface PaperWords {
  readonly title: string;
  readonly readers: string;
  readonly sections: readonly SheetSection[];
  readonly sources: string;
}

export interface SheetStep {
  /** "1 to 14" */
  readonly nights: string;
  /** "two 1.5 mg capsules", "6 mL" */
  readonly take: string;
  /** In all: "3 mg" */
  readonly dose: string;
  /** "Monday 2 March"; null where the patient writes it in. */
  readonly startsOn: string | null;
}

interface SheetBottle {
  readonly bottle: string;
  readonly nights: string;
  readonly mixOn: string | null;
}

/** A name and a number, each null where there is a line to write on. */
export interface SheetContact {
  readonly who: string;
  readonly name: string | null;
  readonly phone: string | null;
}

export interface SheetWords {
  readonly title: string;
  /** Stands first and boxed. */
  readonly warning: SheetSection;
  readonly start: SheetSection;
  /** "Monday 2 March 2026"; null where the patient writes it in. */
  readonly firstNight: string | null;
  readonly steps: readonly SheetStep[];
  /** Stands beside the steps. */
  readonly goingUp: SheetSection;
  readonly sections: readonly SheetSection[];
  /** For a page of its own; null for capsules. */
  readonly mixing: (SheetSection & { readonly bottles: readonly SheetBottle[] }) | null;
  readonly call: readonly SheetContact[];
  /** Cut out, folded and carried: LDN bought from one pharmacy is not seen by another's checks. */
  readonly walletCard: { readonly holder: readonly string[]; readonly reader: readonly string[] };
}

/** A drawn mark beside the words, so that the verdict never rests on colour. The colour goes with it. */
export type VerdictMark = 'stop' | 'question' | 'tick';

export interface VerdictWords {
  readonly heading: string;
  /** Whatever the verdict on opioids, a block of another kind is a stop at first sight. */
  readonly mark: VerdictMark;
  /** What it means for this patient, one sentence. */
  readonly sentence: string;
  /** What would be the earliest start if the last dose of the current opioids were today's; null where no such day can be given. */
  readonly ifLastToday: string | null;
  /** Blocks that are not about opioids or reading, said beside the verdict. */
  readonly alsoBlocked: readonly string[];
}

export interface NameToRead {
  /** The chart's own words. */
  readonly words: string;
  /** What of them nobody knows; empty where that is all of them. */
  readonly doubts: string;
  readonly rows: number;
}

export interface StepRow {
  readonly sequence: number;
  /** "1, tonight" */
  readonly step: string;
  readonly dose: string;
  /** "1 to 14" */
  readonly nights: string;
  /** Null where the order gives nights and no date. */
  readonly dates: { readonly from: string; readonly to: string } | null;
  readonly isTonight: boolean;
}

export interface PlanToday {
  /** The answer in one look. */
  readonly headline: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What the answer rests on, and what to ask. */
  readonly notes: readonly string[];
  readonly rows: readonly StepRow[];
  /** Over time, where patient and calendar can be brought together; null elsewhere. */
  readonly plot: PlottedPlan | null;
}

export interface Claim {
  readonly text: string;
  /** As a person would cite it. */
  readonly source: string;
}

/** The two lists are one value: they are never shown apart. */
export interface Evidence {
  /** One sentence over both lists. */
  readonly summary: string;
  /** The first of each side leads: the two are read together before anything is opened. */
  readonly supporting: readonly [Claim, ...Claim[]];
  readonly against: readonly [Claim, ...Claim[]];
  /** Speaks for neither side. */
  readonly open: readonly Claim[];
  readonly sideEffects: readonly Claim[];
}

/** What happened, what it means for the patient, what to do: of a failure, a write that ended otherwise, a draft in doubt. */
export interface Told {
  readonly title: string;
  readonly happened: string;
  /** For the patient. */
  readonly meaning: string;
  readonly steps: readonly string[];
}

export interface ReviewProblem {
  /** Null where no field of this screen mends it. */
  readonly field: string | null;
  readonly message: string;
  /** In place of the message beside the field, whose own label says the rest. */
  readonly besideField?: string;
}

interface PartRead {
  readonly part: string;
  readonly state: string;
  readonly rows: number;
  readonly details: readonly string[];
}

export interface ReadSummary {
  /** "10 of 12 parts of the chart read" */
  readonly headline: string;
  readonly parts: readonly PartRead[];
  /** The parts that should have answered whole and did not: "Results: refused by the EHR". */
  readonly gaps: readonly string[];
  /** Problems that belong to no single part. */
  readonly problems: readonly string[];
}

export interface StandingOrders {
  /** With several orders: the state of the one that is most likely still to reach the patient. */
  readonly state: DraftState;
  /** How many orders are in that state. */
  readonly count: number;
  readonly isMixed: boolean;
  /** Another drug, dose or time than was sent. */
  readonly isSerious: boolean;
  /** Of the oldest; null where the EHR does not say when it was written. */
  readonly daysOld: number | null;
}

/** The screens of a launch, in their order: of a first order, and of one that follows another. */
export const STEPS = ['safety', 'plan', 'review', 'done'] as const;
export const FOLLOW_UP_STEPS = ['follow-up', 'review', 'done'] as const;

export type Step = (typeof STEPS)[number] | (typeof FOLLOW_UP_STEPS)[number];

/** Why the prescriber is back on this screen. */
export type Closed = 'plan' | 'review' | 'done' | 'write';

/** Whose draft there is to be seen: of this launch, or what an earlier one left, whatever became of it. */
export type DraftToSee = 'own' | 'earlier' | 'in-doubt';

/** How a sentence writes a day: as ISO text for a file, as 02-Mar-2026 on a screen. */
export type DayWords = (day: CalendarDate) => string;
