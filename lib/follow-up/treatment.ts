/**
 * The low-dose naltrexone a patient is on, night by night: orders of this app, somebody else's, or what the prescriber says. Of several
 * orders that follow each other it is one treatment, until more than two weeks lie between them.
 */
import type { Source } from '#lib/chart/chart.ts';
import { type DraftState, isNotToBeTaken } from '#lib/order/standing/draft-state.ts';
import { inDates } from '#lib/order/standing/ordered-plan.ts';
import type { OrderedTitration } from '#lib/order/standing/standing-plan.ts';
import { addDays, type CalendarDate, daysBetween } from '#lib/time/calendar-date.ts';
import type { Micrograms, Preparation } from '#lib/titration/regimen.ts';
import type { FollowUpAnswers } from './follow-up-answers.ts';
import type { NaltrexoneElsewhere } from './naltrexone-elsewhere.ts';

/** POLICY: more nights than this without a dose, and it is begun anew. No source was found for missed doses. */
const LONGEST_GAP_NIGHTS = 14;

export type Origin = 'own' | 'elsewhere' | 'stated';

interface TreatmentStep {
  readonly dose: Micrograms;
  readonly from: CalendarDate;
  /** Null: no end is ordered. */
  readonly to: CalendarDate | null;
  readonly orders: readonly Source[];
  readonly origin: Origin;
}

export interface Treatment {
  readonly origin: Origin;
  /** The order that stands, or stood last; of several strengths each. */
  readonly orders: readonly Source[];
  /** All steps of this treatment in the order of their nights, the latest ordered last. */
  readonly steps: readonly TreatmentStep[];
  readonly begins: CalendarDate;
  /** Last night for which anything is ordered; null where no end is. */
  readonly lastNight: CalendarDate | null;
  /** Orders that give something in the same nights. */
  readonly overlapping: readonly Source[];
  /** Signed orders of this app whose last night nobody can tell. */
  readonly withoutEnd: readonly Source[];
}

/** Why nobody can say on which dose the patient is. */
export type NoTreatment =
  /** The chart holds no order of low-dose naltrexone that stands. */
  | { readonly why: 'no-order' }
  /** An order of this app is drafted, on hold, or in a state nobody can read. */
  | { readonly why: 'not-signed' | 'on-hold' | 'not-read'; readonly orders: readonly Source[] }
  /** It stands, and what is missing is asked. */
  | { readonly why: 'no-dose' | 'no-first-night'; readonly orders: readonly Source[] };

export interface KnownOrders {
  readonly own: readonly OrderedTitration[];
  readonly elsewhere: readonly NaltrexoneElsewhere[];
}

/** May be taken, or was. */
const GIVEN: ReadonlySet<DraftState> = new Set(['signed', 'completed']);

/** Orders of this app and of others as one treatment; or why nobody can say on which dose the patient is. */
export function treatmentOf(
  { own, elsewhere }: KnownOrders,
  answers: FollowUpAnswers,
  asOf: CalendarDate,
): Treatment | NoTreatment {
  const open = own.filter(({ state }) => !isNotToBeTaken(state));
  const given = open.filter(({ state }) => GIVEN.has(state));
  const waiting = open.find(({ state }) => !GIVEN.has(state));
  const current = elsewhere.filter(({ isCurrent }) => isCurrent);
  if (waiting !== undefined && given.length + current.length === 0) return notGiven(waiting);

  const stepsOf = (one: OrderedTitration) => ownSteps(one, given.length === 1 ? answers.firstNight : null);
  const steps = given.flatMap(stepsOf);
  const withoutEnd = given
    .filter((one) => one.state === 'signed' && stepsOf(one).length === 0)
    .flatMap(({ orders }) => orders);
  // One that is over and that nobody can read is history; one that is in force is not.
  const unread = given.filter(({ state, plan }) => 'why' in plan && state === 'signed');
  const others = elsewhere.flatMap((one) => stepsElsewhere(one, answers, given.length === 0));
  const all = [...steps, ...others].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const stands = [...given.flatMap(({ orders }) => orders), ...current.map(({ source }) => source)];
  if (all.length === 0 || unread.length > 0) {
    const stated = statedStep(answers, asOf, stands);
    if (stated !== null) return { ...inOneTreatment([stated], asOf), withoutEnd };
    if (stands.length === 0) return { why: 'no-order' };
    return { why: isDoseUnknown(given, current, answers) ? 'no-dose' : 'no-first-night', orders: stands };
  }
  return { ...inOneTreatment(all, asOf), withoutEnd };
}

/** What the latest signed order of this app is supplied in; capsules where none is signed. */
export function preparationOf(own: readonly OrderedTitration[]): Preparation {
  const given = own.flatMap(({ state, plan }) => (GIVEN.has(state) && 'steps' in plan ? [plan] : []));
  const latest = given.toSorted((a, b) => ((a.begins ?? '') < (b.begins ?? '') ? 1 : -1));
  return latest[0]?.preparation ?? 'capsules';
}

function isDoseUnknown(
  given: readonly OrderedTitration[],
  current: readonly NaltrexoneElsewhere[],
  { dose }: FollowUpAnswers,
): boolean {
  if (dose !== null) return false;
  return given.some(({ plan }) => 'why' in plan) || current.some((one) => one.dose === null);
}

function notGiven({ state, orders }: OrderedTitration): NoTreatment {
  if (state === 'draft') return { why: 'not-signed', orders };
  return { why: state === 'on-hold' ? 'on-hold' : 'not-read', orders };
}

/** An order that was begun on another night than it names runs from that night. */
function ownSteps({ plan, orders }: OrderedTitration, stated: CalendarDate | null): readonly TreatmentStep[] {
  if ('why' in plan) return [];
  const begins = stated ?? plan.begins;
  if (begins === null) return [];
  return inDates(plan, begins).phases.map(({ dose, from, to }) => ({
    dose,
    from,
    to,
    orders,
    origin: 'own',
  }));
}

function stepsElsewhere(
  { dose, from, to, source }: NaltrexoneElsewhere,
  answers: FollowUpAnswers,
  isAlone: boolean,
): readonly TreatmentStep[] {
  const begins = (isAlone ? answers.firstNight : null) ?? from;
  const amount = dose ?? (isAlone ? answers.dose : null);
  if (begins === null || amount === null) return [];
  return [{ dose: amount, from: begins, to, orders: [source], origin: 'elsewhere' }];
}

/** Where no order tells: the dose the prescriber states, since the first night or for the nights stated. */
function statedStep(
  { dose, firstNight, nightsAtDose }: FollowUpAnswers,
  asOf: CalendarDate,
  orders: readonly Source[],
): TreatmentStep | null {
  const from = firstNight ?? (nightsAtDose === null ? null : addDays(asOf, -nightsAtDose));
  return dose === null || from === null ? null : { dose, from, to: null, orders, origin: 'stated' };
}

function inOneTreatment(all: readonly TreatmentStep[], asOf: CalendarDate): Omit<Treatment, 'withoutEnd'> {
  let chain: TreatmentStep[] = [];
  let until: CalendarDate | null = null;
  for (const step of all) {
    // What begins only later than today does not end the treatment the patient is on.
    const isApart = until !== null && daysBetween(until, step.from) > LONGEST_GAP_NIGHTS + 1;
    if (isApart && step.from <= asOf) chain = [];
    chain.push(step);
    until = later(until, step.to ?? asOf);
  }
  const [first = all[0] as TreatmentStep] = chain;
  const standing = chain.at(-1) ?? first;
  return {
    origin: standing.origin,
    orders: standing.orders,
    steps: chain,
    begins: first.from,
    lastNight: chain.some(({ to }) => to === null) ? null : until,
    overlapping: overlapping(chain),
  };
}

function later(one: CalendarDate | null, other: CalendarDate): CalendarDate {
  return one !== null && one > other ? one : other;
}

function overlapping(steps: readonly TreatmentStep[]): readonly Source[] {
  const pairs = steps.flatMap((one, index) =>
    steps
      .slice(index + 1)
      .filter((two) => one.orders[0] !== two.orders[0] && (one.to === null || two.from <= one.to))
      .flatMap((two) => [...one.orders, ...two.orders]),
  );
  return [...new Set(pairs)];
}
