/** The question "when was it last taken?" and what bounds its answer. */
import { latest } from '../fhir/calendar-date.ts';
import type { JudgedMedication } from './judged-medication.ts';
import type { Question } from './judgement.ts';

/** Reason that says a supply handed over was never taken; only it lifts the bound of a hand-over. */
export const NOT_TAKEN = 'Not taken: never used, or returned';

/** Bounds from every administration and hand-over of the same opioids anywhere on the chart. */
export function lastDoseQuestion(
  asked: readonly JudgedMedication[],
  all: readonly JudgedMedication[],
): Question & { kind: 'last-dose' } {
  const ingredients = new Set(asked.flatMap(({ recognition }) => recognition.agonists));
  const sources = new Set(asked.map(({ row }) => row.source));
  const same = all.filter(
    ({ row, recognition }) =>
      sources.has(row.source) ||
      row.orders.some((order) => sources.has(order)) ||
      recognition.agonists.some((agonist) => ingredients.has(agonist)),
  );
  return {
    kind: 'last-dose',
    washoutDays: Math.max(...asked.map(({ washoutDays }) => washoutDays)),
    notBefore: latest(
      same.flatMap(({ row, exposure }) =>
        row.kind === 'administration' && exposure.kind === 'ended' ? [exposure.lastDay] : [],
      ),
    ),
    handedOver: latest(
      same.flatMap(({ row, exposure }) =>
        row.kind === 'dispense' && 'from' in exposure && exposure.from !== null ? [exposure.from] : [],
      ),
    ),
    withoutDay: latest(asked.flatMap(({ clearFrom }) => (clearFrom === null ? [] : [clearFrom]))),
  };
}
