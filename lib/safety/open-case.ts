/** A chart opened for the rules: every medication judged, every gap of the reading weighed. Pure. */
import type { Chart } from '#lib/chart/chart.ts';
import { ledgerGaps, oddRows } from '#lib/chart/read/ledger-gaps.ts';
import { DEFAULT_JURISDICTION } from '#lib/safety/country-facts.ts';
import { judgeMedications } from '#lib/safety/exposure/judged-medication.ts';
import { opioidProcedures } from '#lib/safety/exposure/opioid-procedure.ts';
import { findIndication } from '#lib/safety/rules/indication.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { Recogniser } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { clinicDays } from '#lib/time/chart-day.ts';
import type { Preparation } from '#lib/titration/regimen.ts';
import { oddRowsThatCount } from './odd-rows.ts';
import { inOneOrder } from './row-order.ts';
import type { Case, Purpose, Rule } from './rule.ts';

export interface HowToJudge {
  /** Today at the clinic. */
  readonly asOf: CalendarDate;
  /** IANA; null = unknown, the later date counts. */
  readonly timeZone: string | null;
  readonly recognise: Recogniser;
  /** What the plan uses; one rule (R14) depends on it. */
  readonly preparation: Preparation;
  /** Two rules (R12, R13) depend on it. */
  readonly purpose?: Purpose;
  /** The site's; without one it is asked and told as in the US. */
  readonly jurisdiction?: Jurisdiction | null;
}

/** @param rules those that will be asked: an odd member of a row is a gap where another reading of it could change their answer. */
export function openCase(read: Chart, how: HowToJudge, rules: readonly Rule[]): Case {
  const chart = inOneOrder(read);
  const dayOf = clinicDays(how.timeZone);
  const reading = { asOf: how.asOf, dayOf, recognise: how.recognise };
  const medications = judgeMedications(chart, reading);
  const unweighed: Case = {
    chart,
    gaps: ledgerGaps(chart.ledger),
    medications,
    recognise: how.recognise,
    handedOrGiven: medications.filter(({ row }) => row.kind === 'dispense' || row.kind === 'administration'),
    opioidProcedures: opioidProcedures(chart, reading),
    asOf: how.asOf,
    dayOf,
    preparation: how.preparation,
    purpose: how.purpose ?? 'titration',
    indication: findIndication(chart),
    jurisdiction: how.jurisdiction ?? DEFAULT_JURISDICTION,
  };
  const counting = oddRowsThatCount(oddRows(chart.ledger), unweighed, rules);
  return { ...unweighed, gaps: ledgerGaps(chart.ledger, (source) => counting.has(source)) };
}
