/** The question "when was it last taken?" and what bounds its answer. */

import { present } from '#lib/safety/exposure/exposure.ts';
import type { JudgedMedication } from '#lib/safety/exposure/judged-medication.ts';
import { recordedOn } from '#lib/safety/medication-fact.ts';
import type { Question } from '#lib/safety/question.ts';
import type { Case } from '#lib/safety/rule.ts';
import { addDays, latest } from '#lib/time/calendar-date.ts';

/**
 * Bounds from every administration and hand-over of the same opioids anywhere on the chart. They hold for an answer without a
 * day as well.
 */
export function lastDoseQuestion(
  asked: readonly JudgedMedication[],
  { handedOrGiven, asOf, dayOf }: Case,
): Question & { kind: 'last-dose' } {
  const ingredients = new Set(asked.flatMap(({ recognition }) => recognition.agonists));
  const sources = new Set(asked.map(({ row }) => row.source));
  const same = handedOrGiven.filter(
    ({ row, recognition }) =>
      sources.has(row.source) ||
      row.orders.some((order) => sources.has(order)) ||
      recognition.agonists.some((agonist) => ingredients.has(agonist)),
  );
  const washoutDays = asked.reduce((longest, medication) => Math.max(longest, medication.washoutDays), 0);
  const notBefore = latest(
    same.flatMap(({ row, exposure }) =>
      row.kind === 'administration' && exposure.kind === 'ended' ? [exposure.lastDay] : [],
    ),
  );
  const handedOver = latest(
    present(
      same.map(({ row, use }) =>
        row.kind === 'dispense' && use !== 'not-taken' ? recordedOn(row, dayOf) : null,
      ),
    ).map((day) => (day > asOf ? asOf : day)),
  );
  const clearFrom = latest(present(asked.map((medication) => medication.clearFrom)));
  const bounds = present([notBefore, handedOver]).map((day) => addDays(day, washoutDays + 1));
  return {
    kind: 'last-dose',
    washoutDays,
    notBefore,
    handedOver,
    withoutDay: latest([...bounds, clearFrom]),
    clearFrom,
  };
}
