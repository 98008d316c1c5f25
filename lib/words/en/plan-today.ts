/** Where a titration stands that was written earlier, in words: which step is due, when the next one comes, what cannot be told. */

import { followUpDates } from '#lib/follow-up/follow-up-dates.ts';
import type { DraftState } from '#lib/order/standing/draft-state.ts';
import {
  inDates,
  nightOf,
  type OrderedPlan,
  type OrderedStep,
  stepOfNight,
} from '#lib/order/standing/ordered-plan.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import type { UnreadReason, UnreadSteps } from '#lib/order/standing/standing-steps.ts';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import type { PlanToday, StepRow } from '../shapes.ts';
import { screenDate } from './dates.ts';
import { milligrams } from './dose.ts';
import { followUpWords } from './follow-up.ts';

const UNREAD_WORDS: Readonly<Record<UnreadReason, (step: string) => string>> = {
  'not-read': () => 'the EHR did not give the whole of it',
  drug: () => 'it does not say that its drug is naltrexone',
  modified: (step) => `the EHR put something on ${step} that may change its meaning`,
  'no-steps': () => 'it holds no steps',
  numbering: () => 'its steps are not numbered one after the other',
  dose: (step) => `${step} does not say one dose in milligrams`,
  nights: (step) => `${step} does not say for how many nights`,
  rhythm: (step) => `${step} is not to be taken once a night`,
  text: (step) =>
    `the text of ${step} says another dose, another number of nights or more steps than its fields`,
  strengths: () =>
    'the orders of its capsule strengths do not fit together, or one is missing or appears twice',
  states: () => 'the orders of its capsule strengths are not all in the same state',
  supply: () => 'its steps last another number of nights than its supply',
  'above-ceiling': (step) =>
    `${step} is above the highest dose of this app: read it in the EHR before anything is taken`,
};

const ASK =
  'The order lets the patient stay at an earlier step, or go back to one: ask which dose is taken now.';

const GO_ON =
  'To continue after this supply: complete or stop this order in the EHR, look again here, and plan a new one.';

function countedFrom(begins: CalendarDate, beginning: 'began' | 'begins'): string {
  return `Counted from the planned first night, ${screenDate(begins)}: the order gives nights, not dates. If the patient ${beginning} on another day, every date moves with it.`;
}

/** Nothing of the plan is said: it never began, was never meant, is gone, or was not read. */
const WITHOUT_PLAN = ['cancelled', 'entered-in-error', 'gone', 'not-read'] as const;

function hasNoPlan(state: DraftState): state is (typeof WITHOUT_PLAN)[number] {
  return WITHOUT_PLAN.some((without) => without === state);
}

/** Null where nothing of the plan can be said. `isHeld`: a check of today blocks, so that no step is due, whatever the plan says. */
export function planToday(
  { state, plan }: Pick<OrderedTitration, 'state' | 'plan'>,
  today: CalendarDate,
  isHeld = false,
): PlanToday | null {
  if (hasNoPlan(state)) return null;
  if ('why' in plan) return unreadable(plan);
  if (isHeld)
    return byNights(
      plan,
      "No step is due while one of today's checks blocks. The steps of the order are:",
      [],
    );
  switch (state) {
    case 'signed':
      return plan.begins === null ? beginningUnknown(plan) : underWay(plan, plan.begins, today);
    case 'draft':
      return unsigned(plan, today);
    case 'on-hold':
      return byNights(plan, 'The order is on hold: it gives no dose for tonight.', [
        'Nights on hold are not in the order: on release, say with which step to go on.',
      ]);
    case 'completed':
    case 'stopped':
      return byNights(plan, `The order is ${state}: no step of it is due. Its steps were:`, []);
  }
}

function unreadable({ why, step }: UnreadSteps): PlanToday {
  const reason = UNREAD_WORDS[why](step === null ? 'the order' : `step ${step}`);
  return {
    headline: 'Which step is due cannot be read from the order.',
    facts: [],
    notes: [`It cannot be counted night by night: ${reason}.`, 'Read each order on its own, in the EHR.'],
    rows: [],
    plot: null,
  };
}

function byNights(plan: OrderedPlan, headline: string, notes: readonly string[]): PlanToday {
  return { headline, facts: [], notes, rows: plan.steps.map((step) => rowOf(step)), plot: null };
}

function beginningUnknown(plan: OrderedPlan): PlanToday {
  return byNights(plan, 'Which step is due tonight is not known: the order does not name one first night.', [
    'Ask the patient on which night it was begun, and count the nights from there.',
    ASK,
  ]);
}

function unsigned(plan: OrderedPlan, today: CalendarDate): PlanToday {
  const { steps, begins } = plan;
  const [first] = steps;
  const would =
    first === undefined ? '' : ` ${stepWords(first, steps)} for ${first.nights} nights, would be first.`;
  const headline = `Not signed: nothing is to be taken from it.${would}`;
  if (begins === null) return byNights(plan, headline, ['The draft does not name one planned first night.']);
  if (begins < today) {
    return byNights(plan, headline, [
      `The planned first night, ${screenDate(begins)}, has passed: whoever signs it must give the patient another date.`,
    ]);
  }
  return {
    ...byNights(plan, headline, [countedFrom(begins, 'begins')]),
    rows: datedRows(plan, begins, null),
  };
}

function underWay(plan: OrderedPlan, begins: CalendarDate, today: CalendarDate): PlanToday {
  const night = nightOf(begins, today);
  const due = stepOfNight(plan, night);
  const next = plan.steps.find(({ firstNight }) => firstNight > night);
  const dated = inDates(plan, begins);
  const visit = followUpDates(dated).find(({ on }) => on >= today);
  return {
    headline: headlineOf(plan, due, night, begins, today),
    facts: [
      { label: 'Next step', value: nextWords(plan, next, begins, due !== null) },
      { label: 'Last night of this supply', value: screenDate(dateOf(begins, plan.nights)) },
      ...(visit === undefined
        ? []
        : [
            {
              label: 'Next follow-up',
              value: `${screenDate(visit.on)} (${lowerFirst(followUpWords(visit).when)})`,
            },
          ]),
    ],
    notes: [
      countedFrom(begins, night < 1 ? 'begins' : 'began'),
      ...(night < 1 ? [] : [ASK]),
      ...(night > plan.nights ? [GO_ON] : []),
    ],
    rows: datedRows(plan, begins, due),
    plot: dated,
  };
}

function headlineOf(
  { steps }: OrderedPlan,
  due: OrderedStep | null,
  night: number,
  begins: CalendarDate,
  today: CalendarDate,
): string {
  if (due !== null) {
    const nightOfStep = night - due.firstNight + 1;
    return `Planned for tonight (${screenDate(today)}): ${lowerFirst(stepWords(due, steps))}, night ${nightOfStep} of ${due.nights}.`;
  }
  if (night < 1) return `Not begun yet: the planned first night is ${screenDate(begins)}.`;
  return 'The last planned night of this order has passed: it gives no dose for tonight.';
}

function nextWords(
  { steps }: OrderedPlan,
  next: OrderedStep | undefined,
  begins: CalendarDate,
  isUnderWay: boolean,
): string {
  if (next === undefined) return isUnderWay ? 'None: this is the last step' : 'None';
  return `${stepWords(next, steps)}, from ${screenDate(dateOf(begins, next.firstNight))}`;
}

function dateOf(begins: CalendarDate, night: number): CalendarDate {
  return addDays(begins, night - 1);
}

/** "Step 1 of 3, 1.5 mg" */
function stepWords({ sequence, dose }: OrderedStep, steps: readonly OrderedStep[]): string {
  return `Step ${sequence} of ${steps.length}, ${milligrams(dose)}`;
}

function datedRows(plan: OrderedPlan, begins: CalendarDate, due: OrderedStep | null): StepRow[] {
  return inDates(plan, begins).phases.map((phase) => ({
    ...rowOf(phase, phase.sequence === due?.sequence),
    dates: { from: screenDate(phase.from), to: screenDate(phase.to) },
  }));
}

function rowOf({ sequence, dose, firstNight, lastNight }: OrderedStep, isTonight = false): StepRow {
  return {
    sequence,
    step: isTonight ? `${sequence}, tonight` : String(sequence),
    dose: milligrams(dose),
    nights: firstNight === lastNight ? String(firstNight) : `${firstNight} to ${lastNight}`,
    dates: null,
    isTonight,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
