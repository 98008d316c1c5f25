/** What the report counts of one judged chart. */

import type { AssessOutcome } from '#lib/assess/asked.ts';
import type { Assessment } from '#lib/assess/assess-chart.ts';
import type { AssessedText } from '#lib/assess/assess-text.ts';
import type { Chart, RequestRow } from '#lib/chart/chart.ts';
import { isOwnOrder } from '#lib/chart/own-draft.ts';
import { reviewBy } from '#lib/follow-up/follow-up-dates.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { OpioidJudgement } from '#lib/safety/opioid-evidence.ts';
import type { RuleId, Severity } from '#lib/safety/rule-id.ts';
import { type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';

export type Digest = { readonly name: string | null } & (JudgedDigest | { readonly refused: string });

export interface JudgedDigest {
  readonly verdict: OpioidJudgement['verdict'];
  readonly outcome: AssessOutcome;
  readonly rules: readonly { readonly rule: RuleId; readonly severity: Severity }[];
  /** Why it cannot be told; empty where it can. */
  readonly reasons: readonly string[];
  /** Naltrexone beside an opioid, in the chart's own words; null where there are not both. */
  readonly both: { readonly naltrexone: readonly string[]; readonly opioids: readonly string[] } | null;
  /** Orders of this app that nobody has signed. */
  readonly unsigned: readonly {
    readonly source: string;
    readonly on: CalendarDate | null;
    readonly days: number | null;
  }[];
  /** Signed orders of this app whose review is overdue; `by` null: the order does not tell when it was due. */
  readonly overdue: readonly { readonly source: string; readonly by: CalendarDate | null }[];
}

interface DigestOptions {
  readonly asOf: CalendarDate;
  readonly dayOf: DayOf;
  readonly names: boolean;
  /** Of orders of this app, by source: as the order itself tells it. */
  readonly firstNights: ReadonlyMap<string, CalendarDate>;
}

export function digestOf(assessed: AssessedText, { asOf, dayOf, names, firstNights }: DigestOptions): Digest {
  if ('refused' in assessed) return { name: null, refused: assessed.refused };
  const { chart, judgement, findings, outcome } = assessed;
  const own = chart.medications.filter(isOwnOrder);
  return {
    name: names ? nameOf(chart) : null,
    verdict: judgement.opioid.verdict,
    outcome,
    rules: findings.map(({ rule, severity }) => ({ rule, severity })),
    reasons:
      judgement.opioid.verdict === 'cannot-tell' ? [...new Set(findings.flatMap(reasonsIn))].sort() : [],
    both: bothOf(assessed),
    unsigned: own
      .filter(({ status }) => status === 'draft')
      .map(({ source, authoredOn }) => {
        const on = dayOf(authoredOn);
        return { source, on, days: on === null ? null : daysBetween(on, asOf) };
      }),
    overdue: own
      .filter(({ state }) => state === 'in-force')
      .map((row) => ({ source: row.source, by: reviewOf(row, firstNights.get(row.source) ?? null, dayOf) }))
      .filter(({ by }) => by === null || by < asOf),
  };
}

function nameOf({ patient: { family, given } }: Chart): string | null {
  return [given, family].filter((part) => part !== null).join(' ') || null;
}

/** "R01 MedicationRequest not-read-whole", "R06 medicine-unidentified"; what a server or this export said keeps its words. */
function reasonsIn({ rule, ...finding }: Finding): string[] {
  if (rule === 'R06') return [`${rule} ${finding.code}`];
  if (finding.code !== 'record-incomplete') return [];
  return finding.facts.missing.map(({ part, what }) =>
    [rule, part, what.code === 'ehr-says' ? (what.said ?? what.code) : what.code].filter(Boolean).join(' '),
  );
}

function bothOf({ findings, judgement: { opioid } }: Assessment): JudgedDigest['both'] {
  if (opioid.verdict !== 'present') return null;
  const naltrexone = findings.flatMap(naltrexoneIn);
  if (naltrexone.length === 0) return null;
  const opioids = opioid.evidence
    .filter(({ state }) => state === 'current' || state === 'recent')
    .map(({ text, ingredients, source }) => text ?? (ingredients.join(', ') || source));
  return { naltrexone: [...new Set(naltrexone)], opioids: [...new Set(opioids)] };
}

/** Naltrexone that is taken, or may be: an order that nobody has signed is not. */
function naltrexoneIn(finding: Finding): string[] {
  switch (finding.code) {
    case 'naltrexone-current':
    case 'low-dose-naltrexone-current':
    case 'naltrexone-perhaps-current':
      return [finding.facts.medication.words ?? finding.facts.medication.source];
    case 'naltrexone-order-exists':
      return finding.facts.orders
        .filter(({ status }) => status !== 'draft')
        .map(({ words, source }) => words ?? source);
    default:
      return [];
  }
}

/** By the order's own first night and nights; null where it does not tell them. */
function reviewOf(
  { dosage, validityStart, authoredOn, supplyDays }: RequestRow,
  firstNight: CalendarDate | null,
  dayOf: DayOf,
): CalendarDate | null {
  const nights = [...Map.groupBy(dosage, ({ sequence }) => sequence).values()].map((together) =>
    Math.max(...together.map(({ boundsDays }) => boundsDays ?? Number.NaN)),
  );
  const days = nights.reduce((sum, one) => sum + one, 0) || supplyDays;
  const named = dosage
    .flatMap(({ events, boundsStart }) => [...events, boundsStart])
    .map((date) => dayOf(date));
  const begins =
    firstNight ?? named.filter((day) => day !== null).sort()[0] ?? dayOf(validityStart) ?? dayOf(authoredOn);
  if (begins === null || days === null || !(days > 0)) return null;
  return reviewBy({ regimen: { startDate: begins, days } });
}
