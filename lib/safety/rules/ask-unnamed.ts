/**
 * How the medicines that nobody can name are asked about (R06): what may well be an opioid one by one, worst first, with what it resembles;
 * all the rest in one question with one answer, whatever their number.
 */
import type { JudgedMedication, Use } from '#lib/safety/exposure/judged-medication.ts';
import { medicationFact, recordedOn } from '#lib/safety/medication-fact.ts';
import { isUnidentified } from '#lib/safety/opioid-verdict.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding } from '#lib/safety/rule.ts';
import { GRAVEST_FIRST, sortedDoubts } from '#lib/terminology/doubt.ts';
import type { Doubt } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { lastDoseQuestion } from './last-dose-question.ts';

/** POLICY: more suspicions than this are nobody's to answer one by one; the further ones are one question of their own. */
const MOST_ASKED_ALONE = 20;

const WORST_FIRST: Readonly<Record<Use, number>> = {
  current: 0,
  undatable: 1,
  recent: 2,
  'perhaps-taken': 3,
  pending: 4,
  past: 5,
  'not-taken': 6,
};

/** Rows of the same words are one thing to ask. */
type Name = readonly [JudgedMedication, ...JudgedMedication[]];

/** Rows of one name: the first of them, and the days of the others. */
export interface UnnamedFact {
  readonly medication: MedicationFact;
  /** Each once, in order; null where a row has no date that can be read. */
  readonly alsoOn: readonly (CalendarDate | null)[];
}

export type UnnamedFinding =
  | RawFinding<'possible-opioid', UnnamedFact & { readonly doubts: readonly Doubt[] }>
  | RawFinding<'more-possible-opioids', { readonly names: readonly UnnamedFact[] }>
  /** Nobody knows them, and nothing about them is like an opioid. */
  | RawFinding<'unknown-medicines', { readonly names: readonly UnnamedFact[] }>;

export function askUnnamed(patient: Case): UnnamedFinding[] {
  const names = byWords(patient.medications.filter(isUnidentified));
  const worstFirst = names.toSorted((one, other) => gravity(one) - gravity(other));
  const suspected = worstFirst.filter(isSuspected);
  const rest = worstFirst.filter((name) => !isSuspected(name));
  return [
    ...suspected.slice(0, MOST_ASKED_ALONE).map((name) => askAlone(name, patient)),
    ...askTogether('more-possible-opioids', suspected.slice(MOST_ASKED_ALONE), patient),
    ...askTogether('unknown-medicines', rest, patient),
  ];
}

function byWords(medications: readonly JudgedMedication[]): Name[] {
  const names = new Map<string, [JudgedMedication, ...JudgedMedication[]]>();
  for (const medication of medications) {
    const words = medication.row.words?.trim().toLowerCase() ?? '';
    const same = names.get(words);
    if (same === undefined) names.set(words, [medication]);
    else same.push(medication);
  }
  return [...names.values()];
}

function isSuspected(name: Name): boolean {
  return name.some(({ recognition }) => recognition.doubts.some(({ kind }) => kind === 'suspicion'));
}

/** By the kind of the doubt, then by when it may have been taken. */
function gravity(name: Name): number {
  return Math.min(
    ...name.map(({ use, recognition: { doubts } }) => {
      const kind = doubts[0]?.kind ?? 'unknown';
      return GRAVEST_FIRST[kind] * 10 + WORST_FIRST[use];
    }),
  );
}

function askAlone(name: Name, patient: Case): UnnamedFinding {
  return {
    code: 'possible-opioid',
    facts: {
      ...unnamedFact(name, patient.dayOf),
      doubts: sortedDoubts(name.flatMap(({ recognition }) => recognition.doubts)),
    },
    severity: 'confirm',
    sources: name.map(({ row }) => row.source),
    reasons: reasons('not-an-opioid', 'opioid-last-taken', 'not-taken'),
    question: { ...lastDoseQuestion(name, patient), withoutDay: null },
  };
}

function askTogether(
  code: 'more-possible-opioids' | 'unknown-medicines',
  names: readonly Name[],
  patient: Case,
): UnnamedFinding[] {
  const rows = names.flat();
  if (rows.length === 0) return [];
  return [
    {
      code,
      facts: { names: names.map((name) => unnamedFact(name, patient.dayOf)) },
      severity: 'confirm',
      sources: rows.map(({ row }) => row.source),
      reasons: reasons('none-is-an-opioid', 'opioid-last-taken', 'not-taken'),
      question: { ...lastDoseQuestion(rows, patient), withoutDay: null },
    },
  ];
}

function unnamedFact([first, ...further]: Name, dayOf: DayOf): UnnamedFact {
  const own = recordedOn(first.row, dayOf);
  const days = new Set(further.map(({ row }) => recordedOn(row, dayOf)));
  days.delete(own);
  return {
    medication: medicationFact(first, dayOf),
    alsoOn: [...days].sort((one, other) => daysApart(one, other)),
  };
}

/** Days that are not known come last. */
function daysApart(one: CalendarDate | null, other: CalendarDate | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : 1;
}
