/** Rows of the chart other than medications as a finding tells them, and any row by its source. */
import type {
  AllergyRow,
  ChartConcept,
  ConditionRow,
  EncounterRow,
  ObservationRow,
  ProcedureRow,
  Source,
} from '#lib/chart/chart.ts';
import { conceptName } from '#lib/chart/concept.ts';
import type { OpioidProcedure } from '#lib/safety/exposure/opioid-procedure.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { lastMentioned } from './condition.ts';
import { inShort } from './in-short.ts';
import { medicationFact } from './medication-fact.ts';
import type { AnyRowFact, RowFact } from './row-fact.ts';
import type { Case } from './rule.ts';

/** What the concepts are called, as one text; null where none of them has a name. */
export function namesOf(...concepts: readonly ChartConcept[]): string | null {
  const names = concepts.map(conceptName).filter((name) => name !== null);
  return names.length === 0 ? null : names.map(inShort).join(', ');
}

export function allergyFact({ source, substances, recorded, onset }: AllergyRow, dayOf: DayOf): RowFact {
  return { source, words: namesOf(...substances), day: dayOf(recorded) ?? dayOf(onset) };
}

export function conditionFact(condition: ConditionRow, dayOf: DayOf): RowFact {
  return {
    source: condition.source,
    words: namesOf(condition.concept),
    day: lastMentioned(condition, dayOf),
  };
}

export function observationFact({ source, concept, effective }: ObservationRow, dayOf: DayOf): RowFact {
  return { source, words: namesOf(concept), day: dayOf(effective) };
}

function procedureFact({ source, concepts, description, date }: ProcedureRow, dayOf: DayOf): RowFact {
  return { source, words: namesOf(...concepts.slice(0, 1)) ?? description, day: dayOf(date) };
}

function encounterFact({ source, reasons, start, end }: EncounterRow, dayOf: DayOf): RowFact {
  return { source, words: namesOf(...reasons), day: dayOf(start) ?? dayOf(end) };
}

/** By the text that speaks of opioids, and the last day it speaks of. */
export function opioidProcedureFact({ row, words, day }: OpioidProcedure): RowFact {
  return { source: row.source, words: inShort(words), day };
}

/** Any row by its source; null for what is no row of the chart: a page, the patient, a row that was left out. */
export function rowFact({ chart, medications, dayOf }: Case, source: Source): AnyRowFact | null {
  const medication = medications.find(({ row }) => row.source === source);
  if (medication !== undefined) return medicationFact(medication, dayOf);
  const told = <R extends { readonly source: Source }>(
    rows: readonly R[],
    fact: (row: R, dayOf: DayOf) => RowFact,
  ): RowFact | null => {
    const row = rows.find((candidate) => candidate.source === source);
    return row === undefined ? null : fact(row, dayOf);
  };
  return (
    told(chart.allergies, allergyFact) ??
    told(chart.conditions, conditionFact) ??
    told(chart.observations, observationFact) ??
    told(chart.procedures, procedureFact) ??
    told(chart.encounters, encounterFact)
  );
}
