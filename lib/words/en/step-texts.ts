/**
 * The texts of the dosages of one order, for a label: short steps, what is to be known of all of them once, on the last. The fullest form
 * that the joined text has room for is taken, the same for all steps.
 */
import { joinedText, LONGEST_JOINED } from '#lib/order/draft/joined-text.ts';
import { firstNightOf, type OrderStep, orderSteps, strengthTimes } from '#lib/order/draft/order-steps.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { Hold, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { screenDate } from './dates.ts';
import {
  capsulesText,
  countInWords,
  inWords,
  LIQUID_CONCENTRATION,
  milligrams,
  millilitres,
  volumeText,
} from './dose.ts';
import { fillerAsked } from './filler.ts';

/** Ends every order: going up is a choice, staying or going back is allowed. */
export const INCREASE_ONLY_IF_TOLERATED =
  'Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.';

/** Ends an order of one dose that follows another. */
export const STAY_AT_THIS_DOSE =
  'Stay at this dose, never more; if it is not tolerated, go back to the last tolerated dose and call.';

/** Two orders of low-dose naltrexone are never taken in one night. */
const NEVER_BOTH = 'Follows the order before it: never take both.';

/** Stands first wherever the 50 mg tablet is what is dispensed. */
export const DO_NOT_SWALLOW = 'DO NOT SWALLOW TABLETS WHOLE.';

/** One order in parts: what stands before its first step, the steps, and what is said once after the last. */
interface StepTexts {
  readonly before: string;
  readonly steps: readonly { readonly sequence: number; readonly text: string }[];
  readonly after: string;
}

/** How steps are told: `opening` what all of them share, `step` what is left to say of one. */
interface Form {
  readonly opening: string;
  readonly step: (step: OrderStep) => string;
}

/** The texts of one order in at most `room` characters once joined. `strength`: the capsule of that order; null for the liquid. */
export function stepTexts(
  plan: TitrationPlan,
  strength: Micrograms | null,
  room: number = LONGEST_JOINED[plan.regimen.preparation],
): StepTexts {
  const steps = orderSteps(plan, strength);
  const forms = strength === null ? LIQUID_FORMS : capsuleForms(strength, steps);
  const night = firstNightOf(plan, strength);
  let last: StepTexts = { before: '', steps: [], after: '' };
  for (const form of forms) {
    for (const after of afterwards(plan)) {
      last = inForm(form, steps, night, after);
      if (joinedText(onDosages(last)).length <= room) return last;
    }
  }
  return last;
}

/** As the dosages carry them. */
export function onDosages({ before, steps, after }: StepTexts) {
  return steps.map(({ sequence, text }, index) => ({
    sequence,
    text: `${index === 0 ? before : ''}${text}${index === steps.length - 1 ? `. ${after}` : ''}`,
  }));
}

export function nightsText(nights: number): string {
  return `${nights} ${nights === 1 ? 'night' : 'nights'}`;
}

export function notBefore(night: CalendarDate): string {
  return `not before ${screenDate(night)}`;
}

/** Where LDN is held before operations; empty where it is not. The anaesthetist decides. @see perioperative review, PMC9308736 */
export function holdText(holds: readonly Hold[]): string {
  if (holds.length === 0) return '';
  const dates = holds.map(
    ({ from, operation }) => `${screenDate(from)} until after the operation of ${screenDate(operation)}`,
  );
  return `HOLD: no dose from the night of ${inWords(dates)}, and until opioid-free again; tell the anaesthetist.`;
}

/** The nights alone, where there is no room for more; the note has the rest. */
function shortHoldText(holds: readonly Hold[]): string {
  if (holds.length === 0) return '';
  const [first, ...more] = holds.map(({ from }) => screenDate(from));
  return `HOLD from ${first}${more.length === 0 ? '' : ` and ${countInWords(more.length)} times more`} (operation), see note.`;
}

function inForm(
  { opening, step }: Form,
  steps: readonly OrderStep[],
  night: CalendarDate,
  after: string,
): StepTexts {
  const warning = steps[0]?.capsules === null ? `${DO_NOT_SWALLOW} ` : '';
  const shared = opening === '' ? '' : `${opening}, ${notBefore(night)}: `;
  return {
    before: `${warning}${shared}`,
    steps: steps.map((one, index) => ({
      sequence: one.phase.sequence,
      text: `${step(one)} for ${nightsText(one.phase.nights)}${from(one)}${index === 0 && opening === '' ? `, ${notBefore(night)}` : ''}`,
    })),
    after,
  };
}

/** Of several strengths an order may begin later than the plan, or pause. */
function from({ goesOn, firstNight }: OrderStep): string {
  return goesOn ? '' : ` from night ${firstNight}`;
}

/** What is said once, from all of it to the least. */
function afterwards(plan: TitrationPlan): readonly string[] {
  const { regimen, holds = [] } = plan;
  const asked = fillerAsked(plan);
  const filler = asked === '' ? '' : `${asked.charAt(0).toUpperCase()}${asked.slice(1)}.`;
  const low = `Low dose: not the 50 mg tablet${regimen.preparation === 'liquid' ? ' itself' : ''}.`;
  const follows = plan.continues === undefined || plan.continues.follows.length === 0 ? '' : NEVER_BOTH;
  return [
    [holdText(holds), filler, low],
    [shortHoldText(holds), filler, low],
    [shortHoldText(holds), filler],
    [shortHoldText(holds)],
  ].map((sentences) => [...sentences, follows, closing(plan)].filter((text) => text !== '').join(' '));
}

/** Where a dose is to be stayed at, nothing speaks of increasing it. */
export function closing({ continues }: TitrationPlan): string {
  const stays = continues?.kind === 'maintenance' || continues?.kind === 'stay';
  return stays ? STAY_AT_THIS_DOSE : INCREASE_ONLY_IF_TOLERATED;
}

const AT_BEDTIME = 'at bedtime';

function capsuleForms(strength: Micrograms, steps: readonly OrderStep[]): readonly Form[] {
  const opening = `${milligrams(strength)} capsules ${AT_BEDTIME}`;
  const [first] = steps;
  const beside = ({ beside: others }: OrderStep) =>
    others.length === 0
      ? ''
      : ` with ${milligrams(others.reduce((sum, other) => sum + strengthTimes(other), 0))}`;
  const named = ({ own, capsules }: OrderStep) =>
    `${milligrams(own)} (${capsules === null ? '' : capsulesText(capsules)})`;
  const counted = ({ capsules }: OrderStep) => countInWords(capsules?.count ?? 0);
  return [
    { opening: '', step: (step) => `${named(step)}${togetherWith(step)} ${AT_BEDTIME}` },
    { opening: '', step: (step) => `${named(step)}${beside(step)} ${AT_BEDTIME}` },
    {
      opening: '',
      step: (step) =>
        step === first
          ? `${named(step)}${beside(step)} ${AT_BEDTIME}`
          : `${milligrams(step.own)} (${counted(step)})${beside(step)}`,
    },
    { opening, step: (step) => `${milligrams(step.own)} (${counted(step)})${beside(step)}` },
    { opening, step: (step) => `${counted(step)}${beside(step)}` },
    { opening, step: counted },
  ];
}

/** What of the same dose other orders hold, so that nobody reads half a dose. */
function togetherWith({ beside, phase }: OrderStep): string {
  if (beside.length === 0) return '';
  return ` with ${inWords(beside.map(capsulesText))}, ${milligrams(phase.dose)} in all,`;
}

function volumeOf({ phase: { dose, tenthsOfMl } }: OrderStep): string {
  return `${milligrams(dose)} = ${millilitres(tenthsOfMl ?? 0)}`;
}

const LIQUID_FORMS: readonly Form[] = [
  { opening: '', step: ({ phase }) => `${volumeText(phase)} ${AT_BEDTIME}` },
  { opening: '', step: (step) => `${volumeOf(step)} of ${LIQUID_CONCENTRATION} ${AT_BEDTIME}` },
  { opening: `Liquid of ${LIQUID_CONCENTRATION}`, step: (step) => `${volumeOf(step)} ${AT_BEDTIME}` },
  { opening: `Liquid of ${LIQUID_CONCENTRATION} ${AT_BEDTIME}`, step: volumeOf },
];
