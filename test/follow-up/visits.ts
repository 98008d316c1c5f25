/** Follow-up visits made by hand, so that the table is tested on its conditions and not on charts. */

import type { AtVisit } from '#lib/follow-up/at-visit.ts';
import type { FollowUpAnswers } from '#lib/follow-up/follow-up-answers.ts';
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import type { OrderedStep } from '#lib/order/standing/ordered-plan.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { finding, judgementOf, TODAY } from '../review/judgements.ts';

export { TODAY } from '../review/judgements.ts';

export const NOTHING_SAID: FollowUpAnswers = {
  effects: 'none',
  dose: null,
  nightsAtDose: null,
  missedNights: null,
  score: null,
  baseline: null,
  change: null,
  firstNight: null,
};

/** "1.5x14 3x14 4.5x28" of an order of this app. */
export function titration(
  steps: string,
  begins: CalendarDate,
  { id = '1', state = 'signed' as DraftState } = {},
): OrderedTitration {
  let night = 0;
  const ordered = steps.split(' ').map((step, index): OrderedStep => {
    const [dose = 0, nights = 0] = step.split('x').map(Number);
    const firstNight = night + 1;
    night += nights;
    return { sequence: index + 1, dose: dose * 1000, nights, firstNight, lastNight: night };
  });
  return {
    orders: [`MedicationRequest/${id}`],
    state,
    plan: { steps: ordered, nights: night, begins, preparation: 'capsules' },
  };
}

export function painNow(score: number, daysAgo: number): PainScore {
  const day = addDays(TODAY, -daysAgo);
  return { source: `Observation/${score}-${daysAgo}`, day, measure: 'pain-now', score };
}

export function operationIn(days: number): Finding {
  const day = addDays(TODAY, days);
  const operation = { source: 'Appointment/1', words: 'Knee replacement', day, earliest: day };
  return finding('R19', 'confirm', {
    code: 'operation-booked',
    facts: { operation, canBeHeld: true },
  } as Partial<Finding>);
}

export function visit(
  changes: Partial<Omit<AtVisit, 'answers'>> & { answers?: Partial<FollowUpAnswers> } = {},
): AtVisit {
  return {
    judgement: judgementOf(),
    safetyAnswers: {},
    orders: { own: [], elsewhere: [] },
    scores: [],
    ...changes,
    answers: { ...NOTHING_SAID, ...changes.answers },
  };
}
