/**
 * Rows with a member that could not be read. Such a member is a gap only where another reading of it could change what the rules
 * say: a drug known to be no opioid needs no date, and neither does a smoking status.
 */

import type { Chart, ObservationValue, Source } from '#lib/chart/chart.ts';
import type { LedgerGaps } from '#lib/chart/read/ledger-gaps.ts';
import type { ProcedureState } from '#lib/chart/states.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { opioidProcedures } from '#lib/safety/exposure/opioid-procedure.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Case, Rule } from './rule.ts';

/** POLICY: more odd rows that differ than this are not looked into; they all count. */
const MOST_ROWS = 200;

const LONG_AGO = '1900-01-01';
/** A value in place of one that could not be read: whatever a rule could make of it. */
const VALUES: readonly ObservationValue[] = [
  { kind: 'text', text: 'positive' },
  { kind: 'quantity', value: 1e9, unit: null, comparator: null },
  { kind: 'quantity', value: 0, unit: null, comparator: null },
];
/** In place of a state that could not be read: each that a rule makes something of. */
const PROCEDURE_STATES: readonly ProcedureState[] = ['ahead', 'done'];

type Rows = Omit<Chart, 'patient' | 'ledger' | 'medications'>;

const NO_GAPS: LedgerGaps = { incomplete: [], confirm: [], otherPatient: [], unseen: [] };

/** The odd rows, of those named, on which a finding may depend. */
export function oddRowsThatCount(
  odd: ReadonlySet<Source>,
  patient: Case,
  rules: readonly Rule[],
): ReadonlySet<Source> {
  const person = patient.chart.patient.source;
  const counting = new Set([person, ...patient.medications.filter(isInDoubt).map(({ row }) => row.source)]);
  const known = new Set([person, ...patient.chart.medications.map(({ source }) => source)]);
  const others = Map.groupBy(
    [...odd].filter((source) => !known.has(source)),
    (source) => contentOf(source, patient.chart),
  );
  for (const sources of others.values()) {
    const [first] = sources;
    if (others.size > MOST_ROWS || (first !== undefined && matters(first, patient, rules))) {
      for (const source of sources) counting.add(source);
    }
  }
  return counting;
}

/** Rows that say the same are looked into once. */
function contentOf(source: Source, chart: Chart): string {
  return JSON.stringify(only(source, chart), (name, value) =>
    name === 'source' || name === 'version' ? undefined : value,
  );
}

/** What is known to be neither needs no more than its name, and what nobody can name is asked about whatever else is odd (R06). */
function isInDoubt({ recognition }: JudgedMedication): boolean {
  return recognition.kind === 'opioid' || recognition.kind === 'antagonist';
}

/** The rules are asked with this row alone, as it was read and as it might have read. */
function matters(source: Source, patient: Case, rules: readonly Rule[]): boolean {
  const asRead = only(source, patient.chart);
  const said = (rows: Rows) => verdicts(rows, patient, rules);
  const first = said(asRead);
  return otherReadings(asRead, patient.asOf).some((rows) => said(rows) !== first);
}

function verdicts(rows: Rows, patient: Case, rules: readonly Rule[]): string {
  const chart: Chart = { ...patient.chart, ...rows, medications: [] };
  const alone: Case = {
    ...patient,
    chart,
    gaps: NO_GAPS,
    medications: [],
    handedOrGiven: [],
    opioidProcedures: opioidProcedures(chart, patient),
  };
  return rules
    .flatMap((rule) => rule.check(alone).map(({ severity }) => `${rule.id} ${severity}`))
    .join('; ');
}

function only(source: Source, chart: Chart): Rows {
  const of = <R extends { readonly source: Source }>(rows: readonly R[]) =>
    rows.filter((row) => row.source === source);
  return {
    allergies: of(chart.allergies),
    conditions: of(chart.conditions),
    observations: of(chart.observations),
    procedures: of(chart.procedures),
    encounters: of(chart.encounters),
  };
}

function otherReadings(rows: Rows, asOf: CalendarDate): Rows[] {
  const dated = [asOf, LONG_AGO].map((day) => datedOn(day, rows));
  const valued = VALUES.flatMap((value) => dated.map((one) => withValue(value, one)));
  const standing = PROCEDURE_STATES.flatMap((state) => [rows, ...dated].map((one) => withState(state, one)));
  return [...dated, ...valued, ...standing];
}

function datedOn(day: string, rows: Rows): Rows {
  return {
    allergies: rows.allergies.map((row) => ({ ...row, onset: day, recorded: day })),
    conditions: rows.conditions.map((row) => ({ ...row, onset: day, recorded: day })),
    observations: rows.observations.map((row) => ({ ...row, effective: day })),
    procedures: rows.procedures.map((row) => ({ ...row, date: day })),
    encounters: rows.encounters.map((row) => ({ ...row, start: day, end: day })),
  };
}

function withValue(value: ObservationValue, rows: Rows): Rows {
  return { ...rows, observations: rows.observations.map((row) => ({ ...row, value, referenceHigh: 1 })) };
}

/** Only a state that could not be read is replaced. */
function withState(procedure: ProcedureState, rows: Rows): Rows {
  const read = <R extends { readonly state: string }>(row: R, state: R['state']): R =>
    row.state === 'not-read' ? { ...row, state } : row;
  return {
    ...rows,
    procedures: rows.procedures.map((row) => read(row, procedure)),
    encounters: rows.encounters.map((row) => read(row, 'over')),
    conditions: rows.conditions.map((row) => read(row, 'present')),
  };
}
