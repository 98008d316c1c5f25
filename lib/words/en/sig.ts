/**
 * An order as a whole, for a person: ready to be typed, the titration in one line, the note to the pharmacist. Made from the plan alone,
 * ASCII, one line, at most 1,000 characters: some EHRs refuse a longer text, a line break or a curly quote at the moment of signing.
 */
import { joinedText, LONGEST_JOINED } from '#lib/order/draft/joined-text.ts';
import { ownNights } from '#lib/order/draft/order-steps.ts';
import { LONGEST_PHARMACIST_NOTE, LONGEST_SIG } from '#lib/order/draft/order-words.ts';
import type { ContinuationKind } from '#lib/titration/continuation.ts';
import type { Phase, SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';
import { inWords, LIQUID_CONCENTRATION, milligrams, millilitres, supplyItem, unitsText } from './dose.ts';
import { fillerAsked } from './filler.ts';
import { closing, DO_NOT_SWALLOW, nightsText, notBefore, onDosages, stepTexts } from './step-texts.ts';

/**
 * The whole titration in one line, for EHRs that keep one dosage alone. Where it does not fit, equal nights are said once, and then the
 * doses alone.
 */
export function wholeTaper(plan: TitrationPlan): string {
  const { phases } = plan;
  const forms = [
    oneByOne(phases, amountOfPhase),
    equalNightsOnce(phases, amountOfPhase),
    equalNightsOnce(phases, ({ dose }) => milligrams(dose)),
  ].map((steps) => taper(plan, steps));
  return forms.find((text) => text.length <= LONGEST_SIG) ?? forms.at(-1) ?? '';
}

/** How the liquid is made, kept and thrown away. */
export function liquidPreparation({ batches }: TitrationPlan): string {
  let night = 1;
  const firstNights = batches.map(({ nights }) => {
    const first = night;
    night += nights;
    return String(first);
  });
  return [
    `Mix one 50 mg tablet with water, make up to 100 mL: ${LIQUID_CONCENTRATION}.`,
    'Shake; measure with an oral syringe; keep in the fridge, in foil, away from children.',
    `Mix anew on ${batches.length === 1 ? 'night' : 'nights'} ${inWords(firstNights)}; discard after 14 nights.`,
    `Dispense exactly ${counted(batches.length, 'tablet')}, no pack rounding.`,
  ].join(' ');
}

/** One order ready to be typed or pasted into an EHR: drug, quantity, its own steps. */
export function orderText(plan: TitrationPlan, line: SupplyLine): string {
  const { supply } = plan;
  const isLiquid = line.item === 'tablet';
  const strength = isLiquid ? null : line.strength;
  const together = supply.length > 1 ? `, with ${counted(supply.length - 1, 'more order')}` : '';
  const nights = nightsText(ownNights(plan, strength));
  const head = [
    `${supplyItem(line)}${isLiquid ? '' : ' (compounded)'}, ${counted(line.quantity, line.item)} for ${nights}, ${repeatsText(plan)}${together}.`,
    ...(isLiquid ? [liquidPreparation(plan)] : []),
  ].join(' ');
  const room = Math.min(LONGEST_JOINED[plan.regimen.preparation], LONGEST_SIG - head.length - 1);
  const texts = stepTexts(plan, strength, room);
  if (!isLiquid) return `${head} ${joinedText(onDosages(texts))}`;
  // The warning stands before everything else.
  const steps = onDosages({ ...texts, before: texts.before.slice(DO_NOT_SWALLOW.length + 1) });
  return `${DO_NOT_SWALLOW} ${head} ${joinedText(steps)}`;
}

/** What the pharmacy must know. */
export function pharmacistNote(plan: TitrationPlan): string {
  const { regimen, supply, avoid = [] } = plan;
  const asked = fillerAsked(plan);
  if (regimen.preparation === 'liquid') {
    const tablets = counted(supply[0]?.quantity ?? 0, 'tablet');
    const brand = avoid.length === 0 ? '' : `, ${asked}: check the brand`;
    return [
      `Low-dose naltrexone ${LIQUID_CONCENTRATION}, made at home. Exactly ${tablets} of 50 mg${brand}, and an oral syringe. ${DO_NOT_SWALLOW}`,
    ].join('');
  }
  const make = `Compounded capsules, immediate-release, no slow-release filler${asked === '' ? '' : `, ${asked}`}.`;
  const opening = `Low dose: not the 50 mg tablet. ${make}`;
  const counts = inWords(
    supply.map(({ quantity, strength }) => `${counted(quantity, 'capsule')} of ${milligrams(strength)}`),
  );
  const forms = [
    `${opening} Exactly ${counts}, ${repeatsText(plan)}.`,
    `${opening} Exact quantities as in the ${supply.length} orders.`,
    `${make} Exact quantities as ordered.`,
  ];
  return forms.find((text) => text.length <= LONGEST_PHARMACIST_NOTE) ?? make;
}

function repeatsText({ continues }: TitrationPlan): string {
  const repeats = continues?.repeats ?? 0;
  return repeats === 0 ? 'no repeats' : counted(repeats, 'repeat');
}

const COURSE: Readonly<Record<ContinuationKind, string>> = {
  maintenance: 'Maintenance',
  stay: 'Until the next review',
  step: 'Next part of the titration',
  restart: 'Titration restarted',
};

/** "1 tablet", "5 tablets" */
function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function amountOfPhase(phase: Phase): string {
  return phase.capsules === null
    ? `${milligrams(phase.dose)} = ${millilitres(phase.tenthsOfMl ?? 0)}`
    : `${milligrams(phase.dose)} (${unitsText(phase)})`;
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
  const { regimen, phases, continues } = plan;
  const liquid = regimen.preparation === 'liquid' ? ` with the ${LIQUID_CONCENTRATION} liquid` : '';
  const rhythm = phases.length > 1 ? `Dose goes up every ${regimen.intervalDays} days, at most` : 'At most';
  return [
    `${continues === undefined ? 'Whole titration' : COURSE[continues.kind]}${liquid}, once a day by mouth at bedtime, ${notBefore(regimen.startDate)}: ${steps}.`,
    `${rhythm} ${milligrams(regimen.ceiling)} a day.`,
    closing(plan),
  ].join(' ');
}
