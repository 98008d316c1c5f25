/** R19: an operation within four weeks. LDN is begun after it, or held before it. */

import type { ProcedureRow } from '#lib/chart/chart.ts';
import { conceptName, conceptTexts } from '#lib/chart/concept.ts';
import { inShort } from '#lib/safety/in-short.ts';
import type { Question } from '#lib/safety/question.ts';
import { reasons } from '#lib/safety/reasons.ts';
import type { RowFact } from '#lib/safety/row-fact.ts';
import type { Case, RawFinding, Rule } from '#lib/safety/rule.ts';
import { isOperationCode, saysOperation, saysOtherVisit } from '#lib/terminology/codes/operations.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';

const SOON_DAYS = 28;
/** LDN is held at least so long before an operation; the anaesthetist decides. @see perioperative review, PMC9308736 */
export const HOLD_HOURS = 72;

/** Before any hour of the day: the last dose is at bedtime of the evening before the first of these nights. */
export const HOLD_NIGHTS = HOLD_HOURS / 24;

export type SurgeryFinding =
  | RawFinding<
      'operation-booked',
      {
        /** `earliest`: the first day that what the chart says may mean, `day` the last. */
        readonly operation: RowFact & { readonly day: CalendarDate; readonly earliest: CalendarDate };
        /** Nights are left to hold LDN long enough before it. */
        readonly canBeHeld: boolean;
      }
    >
  | RawFinding<'operation-without-date', { readonly operation: RowFact; readonly withinDays: number }>;

export const checkSurgery: Rule<SurgeryFinding> = {
  id: 'R19',
  basis: ['perioperative'],
  check: (patient) =>
    patient.chart.procedures.filter((row) => isBooked(row, patient)).map((row) => asked(row, patient)),
};

/** What cannot be kept is not offered: nothing can be begun after, or held before, a day nobody knows. */
function asked(row: ProcedureRow, { asOf, dayOf }: Case): SurgeryFinding {
  const [first, last] = [dayOf(row.date, 'earliest'), dayOf(row.date, 'latest')];
  const holdFrom = first === null ? null : addDays(first, -HOLD_NIGHTS);
  const question: Question = {
    kind: 'operation',
    day: last,
    holdFrom: holdFrom !== null && holdFrom > asOf ? holdFrom : null,
  };
  const operation = { source: row.source, words: operationName(row), day: last };
  const what =
    last === null
      ? ({ code: 'operation-without-date', facts: { operation, withinDays: SOON_DAYS } } as const)
      : ({
          code: 'operation-booked',
          facts: {
            operation: { ...operation, day: last, earliest: first ?? last },
            canBeHeld: question.holdFrom !== null,
          },
        } as const);
  return {
    ...what,
    severity: 'confirm',
    sources: [row.source],
    reasons: reasons(
      ...(last === null ? [] : ['starts-after' as const]),
      ...(question.holdFrom === null ? [] : ['hold-72-hours' as const]),
      'no-opioid-planned',
      'not-taking-place',
    ),
    question,
  };
}

function textsOf({ concepts, description }: ProcedureRow): readonly string[] {
  return [description, ...concepts.flatMap(conceptTexts)].filter((text) => text !== null);
}

/** The words that say that it is an operation; else the first that the row has. */
function operationName(row: ProcedureRow): string | null {
  const texts = [...row.concepts.map(conceptName), row.description].filter(
    (text) => text !== null && text !== '',
  );
  const name = texts.find((text) => text !== null && saysOperation(text)) ?? texts[0] ?? null;
  return name === null ? null : inShort(name);
}

function isBooked(row: ProcedureRow, { asOf, dayOf }: Case): boolean {
  if (row.state !== 'ahead' || row.force === 'proposal' || !isOperation(row)) return false;
  const [first, last] = [dayOf(row.date, 'earliest'), dayOf(row.date, 'latest')];
  return first === null || last === null || (last >= asOf && first <= addDays(asOf, SOON_DAYS));
}

/** By a code, or by words where no other word of the row says that it is therapy. */
function isOperation(row: ProcedureRow): boolean {
  const texts = textsOf(row);
  return (
    row.concepts.some(({ codings }) =>
      codings.some(({ system, code }) => code !== null && isOperationCode(system, code)),
    ) ||
    (texts.some(saysOperation) && !texts.some(saysOtherVisit))
  );
}
