/**
 * The words of an order: what a pharmacist and a patient read. Made from the plan alone, ASCII, one line, at most 1,000 characters:
 * some EHRs refuse a longer text, a line break or a curly quote at the moment of signing.
 */
import { LONGEST_PHARMACIST_NOTE, LONGEST_SIG } from '#lib/order/draft/order-words.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms, Regimen } from '#lib/titration/regimen.ts';
import type { CapsuleCount, Hold, Phase, SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { screenDate } from './dates.ts';
import {
  capsulesText,
  inWords,
  LIQUID_CONCENTRATION,
  milligrams,
  millilitres,
  supplyItem,
  unitsText,
} from './dose.ts';

/** Dates of more operations than this are in the note alone: a sig must stay short. */
const HOLDS_IN_SIG = 3;

/** Where LDN is held before operations; empty where it is not. The anaesthetist decides. @see perioperative review, PMC9308736 */
export function holdText(holds: readonly Hold[]): string {
  if (holds.length === 0) return '';
  const dates = holds.map(
    ({ from, operation }) =>
      `from the night of ${screenDate(from)} until after the operation of ${screenDate(operation)}`,
  );
  return `HOLD: no dose ${inWords(dates)}, and until no opioid is taken; tell the anaesthetist.`;
}

function holdInSig({ holds = [] }: TitrationPlan): string {
  return holdText(holds.slice(0, HOLDS_IN_SIG));
}

/** Ends every sig: going up is a choice, staying or going back is allowed. */
export const INCREASE_ONLY_IF_TOLERATED =
  'Increase only if tolerated; otherwise stay at, or go back to, the last tolerated dose and call.';

/** Stands first wherever the 50 mg tablet is what is dispensed. */
export const DO_NOT_SWALLOW = 'DO NOT SWALLOW TABLETS WHOLE.';

/**
 * One step as one order says it. `strength` is the capsule of that order; other capsules of the same dose are named as taken together
 * with it, so that nobody reads half a dose. Null for the liquid.
 */
export function stepText(plan: TitrationPlan, phase: Phase, strength: Micrograms | null): string {
  const { regimen, phases } = plan;
  const firstNight = phases.slice(0, phase.sequence - 1).reduce((sum, { nights }) => sum + nights, 1);
  const lastNight = firstNight + phase.nights - 1;
  const span = phase.nights === 1 ? `night ${firstNight}` : `nights ${firstNight} to ${lastNight}`;
  const sentences = [
    `Step ${phase.sequence} of ${phases.length}, ${span}: take naltrexone ${amountText(phase, strength)} by mouth nightly at bedtime for ${nightsText(phase.nights)}${nextStep(plan, phase, strength)}.`,
    phase.sequence === 1 ? firstDoseText(regimen.startDate) : '',
    holdInSig(plan),
    lowDose(regimen),
    INCREASE_ONLY_IF_TOLERATED,
  ];
  if (regimen.preparation === 'liquid') sentences.unshift(DO_NOT_SWALLOW);
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/**
 * The whole titration in one line, for EHRs that keep one dosage alone. Where it does not fit into `room`, equal nights are said once, and then
 * the doses alone.
 */
export function wholeTaper(plan: TitrationPlan, room = LONGEST_SIG): string {
  const { phases } = plan;
  const forms = [
    oneByOne(phases, amountOfPhase),
    equalNightsOnce(phases, amountOfPhase),
    equalNightsOnce(phases, ({ dose }) => milligrams(dose)),
  ].map((steps) => taper(plan, steps));
  return forms.find((text) => text.length <= room) ?? forms.at(-1) ?? '';
}

/** How the liquid is made, kept and thrown away; starts with the warning not to swallow the tablet. */
export function liquidPreparation({ batches }: TitrationPlan): string {
  let night = 1;
  const firstNights = batches.map(({ nights }) => {
    const first = night;
    night += nights;
    return String(first);
  });
  return [
    DO_NOT_SWALLOW,
    `One 50 mg tablet in water, make up to 100 mL: ${LIQUID_CONCENTRATION}.`,
    'Shake before each dose, measure with an oral syringe, keep from children.',
    'Keep in the fridge, wrapped in foil; throw away 14 nights after making it.',
    `Make a new bottle on ${batches.length === 1 ? 'night' : 'nights'} ${inWords(firstNights)}.`,
    `Dispense exactly ${counted(batches.length, 'tablet')}, no pack rounding.`,
  ].join(' ');
}

/** One order ready to be typed or pasted into an EHR: drug, whole titration, quantity. */
export function orderText(plan: TitrationPlan, line: SupplyLine): string {
  const { supply, regimen } = plan;
  const others = supply.filter((other) => other !== line).map(supplyItem);
  const head =
    regimen.preparation === 'liquid'
      ? `${liquidPreparation(plan)} ${supplyItem(line)}`
      : `${supplyItem(line)} (compounded)`;
  const together = others.length > 0 ? `, together with ${counted(others.length, 'more order')}` : '';
  const quantity = `${counted(line.quantity, line.item)} for ${counted(regimen.days, 'day')}, no repeats`;
  const opening = `${head}, ${quantity}${together}. `;
  return opening + wholeTaper(plan, LONGEST_SIG - opening.length);
}

/** What the pharmacy must know. */
export function pharmacistNote({ regimen, supply }: TitrationPlan): string {
  if (regimen.preparation === 'liquid') {
    const tablets = supply[0]?.quantity ?? 0;
    return `Low-dose naltrexone ${LIQUID_CONCENTRATION}, made at home. Dispense exactly ${counted(tablets, 'tablet')} of 50 mg, no pack rounding, and an oral syringe. ${DO_NOT_SWALLOW}`;
  }
  const opening = `Low dose: not the 50 mg tablet. ${capsuleMake(regimen)}.`;
  const counts = inWords(
    supply.map(({ quantity, strength }) => `${counted(quantity, 'capsule')} of ${milligrams(strength)}`),
  );
  const full = `${opening} Exactly ${counts}, no repeats.`;
  return full.length <= LONGEST_PHARMACIST_NOTE
    ? full
    : `${opening} Exact quantities as in the ${supply.length} orders.`;
}

/** "Compounded capsules, immediate-release, no slow-release filler, ginger instead of cellulose" */
export function capsuleMake({ filler }: Regimen): string {
  const wanted = filler === null ? '' : `, ${filler} instead of cellulose`;
  return `Compounded capsules, immediate-release, no slow-release filler${wanted}`;
}

export function firstDoseText(night: CalendarDate): string {
  return `First dose not before ${screenDate(night)}.`;
}

export function nightsText(nights: number): string {
  return counted(nights, 'night');
}

/** "1 tablet", "5 tablets" */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function amountOfPhase(phase: Phase): string {
  return phase.capsules === null ? volumeText(phase) : `${milligrams(phase.dose)} (${unitsText(phase)})`;
}

function oneByOne(phases: readonly Phase[], amount: (phase: Phase) => string): string {
  return phases.map((phase) => `${amount(phase)} for ${nightsText(phase.nights)}`).join(', then ');
}

/** Every dose but the last lasts one interval. */
function equalNightsOnce(phases: readonly Phase[], amount: (phase: Phase) => string): string {
  const [first, ...more] = phases.slice(0, -1);
  if (first === undefined || more.length === 0) return oneByOne(phases, amount);
  const equal = [first, ...more].map(amount).join(', then ');
  return `${equal} for ${nightsText(first.nights)} each, then ${oneByOne(phases.slice(-1), amount)}`;
}

function taper(plan: TitrationPlan, steps: string): string {
  const { regimen, phases } = plan;
  const liquid = regimen.preparation === 'liquid' ? ` with the ${LIQUID_CONCENTRATION} liquid` : '';
  const rhythm = phases.length > 1 ? `Dose goes up every ${regimen.intervalDays} days, at most` : 'At most';
  return [
    `Whole titration${liquid}, once a day by mouth nightly at bedtime: ${steps}.`,
    `${rhythm} ${milligrams(regimen.ceiling)} a day.`,
    firstDoseText(regimen.startDate),
    holdInSig(plan),
    lowDose(regimen),
    INCREASE_ONLY_IF_TOLERATED,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Only where the concentration stands beside it. */
function volumeText({ dose, tenthsOfMl }: Phase): string {
  return `${milligrams(dose)} = ${millilitres(tenthsOfMl ?? 0)}`;
}

function amountText(phase: Phase, strength: Micrograms | null): string {
  if (phase.capsules === null) return unitsText(phase);
  const amount = (capsules: CapsuleCount) => milligrams(capsules.strength * capsules.count);
  const own = phase.capsules.filter((capsules) => capsules.strength === strength);
  const others = phase.capsules.filter((capsules) => capsules.strength !== strength);
  const taken = own.map((capsules) => `${amount(capsules)} (${capsulesText(capsules)})`).join('');
  if (others.length === 0) return taken;
  const beside = inWords(others.map((other) => `${amount(other)} (${capsulesText(other)}, separate order)`));
  return `${taken} together with ${beside}, ${milligrams(phase.dose)} in all,`;
}

function nextStep({ phases }: TitrationPlan, { sequence }: Phase, strength: Micrograms | null): string {
  const next = phases[sequence];
  if (next === undefined) return '';
  const goesOn = next.capsules === null || next.capsules.some((capsules) => capsules.strength === strength);
  return `, then step ${next.sequence}${goesOn ? '' : ', which does not use this capsule'}`;
}

function lowDose(regimen: Regimen): string {
  return regimen.preparation === 'liquid'
    ? 'This is a low dose: not the 50 mg tablet itself.'
    : `${capsuleMake(regimen)}; low dose: not the 50 mg tablet.`;
}
