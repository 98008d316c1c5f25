/** How a message names a row of the chart: the row's own words and a day in ISO form, or that the chart gives none. */
import type { AllergyRow, EncounterRow, ObservationRow, ProcedureRow, Source } from '#lib/chart/chart.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { shownWords } from './concept.ts';
import { conditionWords } from './condition-standing.ts';
import { dated } from './dated.ts';
import { wordsDateAuthor } from './medication-words.ts';
import type { Case } from './rule.ts';

/** "Cellulose, 2024-05-14" */
export function allergyWords({ substances, recorded, onset }: AllergyRow, dayOf: DayOf): string {
  return dated(substances.map(shownWords).join(', '), dayOf(recorded) ?? dayOf(onset));
}

function procedureWords({ concepts, description, date }: ProcedureRow, dayOf: DayOf): string {
  const [concept] = concepts;
  return dated(concept === undefined ? (description ?? 'procedure') : shownWords(concept), dayOf(date));
}

function observationWords({ concept, effective }: ObservationRow, dayOf: DayOf): string {
  return dated(shownWords(concept), dayOf(effective));
}

function encounterWords({ reasons, start, end }: EncounterRow, dayOf: DayOf): string {
  const words = reasons.length === 0 ? 'visit' : reasons.map(shownWords).join(', ');
  return dated(words, dayOf(start) ?? dayOf(end));
}

/** Any row by its source; null for what is no row of the chart: a page, the patient, a row that was left out. */
export function rowWords({ chart, medications, dayOf }: Case, source: Source): string | null {
  const medication = medications.find(({ row }) => row.source === source);
  if (medication !== undefined) return wordsDateAuthor(medication, dayOf);
  const named = <R extends { readonly source: Source }>(
    rows: readonly R[],
    words: (row: R, dayOf: DayOf) => string,
  ): string | null => {
    const row = rows.find((candidate) => candidate.source === source);
    return row === undefined ? null : words(row, dayOf);
  };
  return (
    named(chart.allergies, allergyWords) ??
    named(chart.conditions, conditionWords) ??
    named(chart.observations, observationWords) ??
    named(chart.procedures, procedureWords) ??
    named(chart.encounters, encounterWords)
  );
}
