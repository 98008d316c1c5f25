/** The decision table, one row a cell edge. `decision-table.csv` can be read, and corrected, by a clinician. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DECISION_TABLE } from '#lib/follow-up/decision-table.ts';
import type { Change, Effects } from '#lib/follow-up/follow-up-answers.ts';
import { judgeResponse } from '#lib/follow-up/judge-response.ts';
import { addDays } from '#lib/time/calendar-date.ts';
import { responseMessage } from '#lib/words/en/response.ts';
import { finding, judgementOf } from '../review/judgements.ts';
import { operationIn, painNow, TODAY, titration, visit } from './visits.ts';

const [header = '', ...lines] = readFileSync(new URL('decision-table.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const names = header.split(',');
const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])));
const number = (cell: string | undefined) => (cell === undefined || cell === '' ? null : Number(cell));

function atVisit(row: Record<string, string>) {
  const { blocks = '', steps = '' } = row;
  const days = Number(row.days);
  const begins = addDays(TODAY, -days);
  const operation = number(row.operation_in);
  const findings = [
    ...blocks
      .split(' ')
      .filter(Boolean)
      .map((rule) => finding(rule, 'blocks')),
    ...(operation === null ? [] : [operationIn(operation)]),
  ];
  const dose = number(row.dose);
  const score = number(row.score);
  const before = number(row.before);
  return visit({
    judgement: judgementOf(...findings),
    orders: { own: steps === '' ? [] : [titration(steps, begins)], elsewhere: [] },
    // At the end of the 14 nights at the second dose.
    scores: before === null ? [] : [painNow(before, days - 28)],
    answers: {
      effects: row.effects as Effects,
      missedNights: number(row.missed),
      dose: dose === null ? null : dose * 1000,
      nightsAtDose: number(row.nights),
      firstNight: steps === '' ? begins : null,
      baseline: number(row.baseline),
      score: score === null ? null : { measure: 'pain-now', value: score },
      change: row.change === '' ? null : (row.change as Change),
    },
  });
}

describe('the decision at a follow-up visit', () => {
  test.each(rows)('$case', (row) => {
    const response = judgeResponse(atVisit(row));
    expect({
      outcome: response.outcome,
      row: response.row,
      proposed: response.dose === null ? '' : String(response.dose / 1000),
      draft: response.draft?.kind ?? '',
    }).toEqual({ outcome: row.outcome, row: row.row, proposed: row.proposed, draft: row.draft });
    expect(responseMessage(response)).not.toMatch(/undefined|null|NaN/);
  });

  test('every row of the table that asks about dose, scores and effects has its edges here', () => {
    const tried = new Set(rows.map(({ row }) => row));
    const ofOpioids = ['opioid-since-start'];
    const ofOrders = ['two-orders', 'order-not-read', 'order-not-in-force', 'no-order', 'not-begun'];
    expect(DECISION_TABLE.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([
      ...ofOpioids,
      ...ofOrders,
    ]);
  });
});
