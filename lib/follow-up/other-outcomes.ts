/** What a prescriber may choose in place of the table's outcome. */

import type { AtVisit } from './at-visit.ts';
import { DECISION_TABLE, decide, type TableRow } from './decision-table.ts';
import type { Outcome } from './response.ts';
import { type Situation, situationOf } from './situation.ts';

/** What a prescriber may choose instead: never past what blocks, what was not read or an operation; never a higher dose than a step. */
export function choicesAt(visit: AtVisit): readonly Outcome[] {
  const now = situationOf(visit);
  return otherOutcomes(now, decide(now));
}

const FREE: ReadonlySet<Outcome> = new Set(['lower', 'propose-stop', 'stay', 'wait', 'step']);

/** None where a block or an unread chart decided; only to stop where an operation or a long gap did; never a dose above the next step. */
export function otherOutcomes(now: Situation, row: TableRow): readonly Outcome[] {
  const { id, outcome } = row;
  if (id === 'opioid-since-start') return onceAsked(now);
  if (outcome === 'restart' || outcome === 'hold-for-surgery') return ['propose-stop'];
  const isFree = FREE.has(outcome) || id === 'no-scores';
  if (!isFree || now.dose === null || now.notInForce !== null) return [];
  const all: readonly Outcome[] = [
    ...(now.lowerDose === null ? [] : (['lower'] as const)),
    'stay',
    'wait',
    ...(now.nextDose === null || now.effects === 'troublesome' ? [] : (['step'] as const)),
    'propose-stop',
  ];
  return all.filter((one) => one !== outcome);
}

/** What the rest of the table leaves open, but no higher dose: the patient was asked, and Review wants that answer before anything is written. */
function onceAsked(now: Situation): readonly Outcome[] {
  const rest = { ...now, opioidsSinceStart: [] };
  const row = decide(rest);
  const open = [...(FREE.has(row.outcome) ? [row.outcome] : []), ...otherOutcomes(rest, row)];
  return open.filter((one) => one !== 'step');
}

const ROW_OF: Readonly<Partial<Record<Outcome, string>>> = {
  lower: 'troublesome-effect',
  stay: 'responds',
  step: 'below-ceiling',
  'propose-stop': 'no-response-at-12-weeks',
};

/** The row that a chosen outcome stands for; waiting is for the interval, or at the highest dose. */
export function rowFor(outcome: Outcome, { nightsAtDose, interval }: Situation): TableRow {
  const wait = nightsAtDose < interval ? 'interval-not-over' : 'at-ceiling';
  return DECISION_TABLE.find(({ id }) => id === (ROW_OF[outcome] ?? wait)) as TableRow;
}
