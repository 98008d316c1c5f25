/** What a rule is: one file, one question to the chart, findings with the chart's own words. */
import type { Chart } from '#lib/chart/chart.ts';
import type { ChartPart } from '#lib/chart/ledger.ts';
import type { LedgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import type { OpioidProcedure } from '#lib/safety/exposure/opioid-procedure.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import type { Preparation } from '#lib/titration/regimen.ts';
import type { Citation } from './citation.ts';
import type { Indication } from './indication.ts';
import type { Question } from './question.ts';
import type { Reason } from './reasons.ts';
import type { RuleId, Severity } from './rule-id.ts';

/** `follow-up`: the visit is about a signed or completed order of this app, so that order is no reason against the next one. */
export type Purpose = 'titration' | 'follow-up';

/** Everything a rule may look at. */
export interface Case {
  readonly purpose: Purpose;
  readonly chart: Chart;
  readonly gaps: LedgerGaps;
  readonly medications: readonly JudgedMedication[];
  /** Those of them that were handed over or given: what a stated last dose must not contradict. */
  readonly handedOrGiven: readonly JudgedMedication[];
  /** Procedures, orders for services and appointments of the last year that speak of opioids. */
  readonly opioidProcedures: readonly OpioidProcedure[];
  readonly recognise: Recogniser;
  readonly asOf: CalendarDate;
  readonly dayOf: DayOf;
  readonly preparation: Preparation;
  readonly indication: Indication | null;
  readonly jurisdiction: Jurisdiction;
}

/** A part that was not read whole says nothing of what it does not show. */
export function wasRead({ gaps }: Case, part: ChartPart): boolean {
  return ![...gaps.incomplete, ...gaps.unseen].some((gap) => gap.part === part);
}

interface Raised {
  readonly severity: Severity;
  readonly sources: readonly string[];
  /** Where this finding rests on other sources than the rule's own. */
  readonly basis?: readonly Citation[];
  readonly reasons?: readonly Reason[];
  /** Default question of a `confirm`: a reason. */
  readonly question?: Question;
}

/** A finding before it has its key: a code with its facts, whose sentence lib/words makes. */
export interface RawFinding<Code extends string = string, Facts extends object = object> extends Raised {
  readonly code: Code;
  readonly facts: Facts;
}

/** Where the code says it all. */
export type NoFacts = Readonly<Record<string, never>>;

export interface Rule<F extends RawFinding = RawFinding> {
  readonly id: RuleId;
  readonly basis: readonly Citation[];
  readonly check: (patient: Case) => readonly F[];
}

/** What a rule may raise. */
export type FindingOf<R> = R extends Rule<infer F> ? F : never;
