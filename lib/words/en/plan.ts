/** The words of the Plan screen that stand around its numbers: what is proposed and why, its table, its picture and its fields. */

import type { PresetId } from '#lib/titration/propose-regimen.ts';
import type { Filler, Preparation } from '#lib/titration/regimen.ts';
import type { TypedField } from '#lib/titration/regimen-form.ts';
import {
  CEILING,
  HIGHEST_START,
  LARGEST_STEP,
  LONGEST_DAYS,
  LONGEST_INTERVAL_DAYS,
  LOWEST_START,
  SHORTEST_INTERVAL_DAYS,
} from '#lib/titration/regimen-limits.ts';
import type { SupplyLine } from '#lib/titration/titration-plan.ts';
import { LIQUID_CONCENTRATION, milligrams } from './dose.ts';

/** Guideline summary on naltrexone for chronic pain; clinical notes. */
export const TIME_TO_EFFECT = 'It may take 2 to 8 weeks to help; the effect may be greatest at 4 to 6 weeks.';

const PRESET_NAMES: Readonly<Record<PresetId, string>> = {
  standard: 'Standard',
  'two-strengths': 'Standard, two strengths',
  weekly: 'Weekly',
  gentle: 'Gentle',
  'liquid-gentle': 'Liquid, gentle',
  'liquid-standard': 'Liquid, standard',
};

/** As each line of medicine names its form. */
const FORMS: Readonly<Record<Preparation, string>> = {
  capsules: 'capsule (compounded)',
  liquid: `liquid ${LIQUID_CONCENTRATION} (made at home from 50 mg tablets)`,
};

interface FieldWords {
  readonly label: string;
  readonly unit: string | null;
  /** Its limits, or what it means. */
  readonly hint: string;
}

const FIELDS: Readonly<Record<TypedField, FieldWords>> = {
  start: {
    label: 'First dose',
    unit: 'mg',
    hint: `${milligrams(LOWEST_START)} to ${milligrams(HIGHEST_START)}`,
  },
  step: { label: 'Increase', unit: 'mg', hint: `up to ${milligrams(LARGEST_STEP)}` },
  interval: {
    label: 'Every',
    unit: 'days',
    hint: `${SHORTEST_INTERVAL_DAYS} to ${LONGEST_INTERVAL_DAYS} days`,
  },
  ceiling: { label: 'Highest dose', unit: 'mg', hint: `up to ${milligrams(CEILING)}` },
  days: { label: 'Length', unit: 'nights', hint: `up to ${LONGEST_DAYS} nights` },
  'start-date': {
    label: 'First night',
    unit: null,
    hint: 'the order says: not before this night',
  },
};

/** Each way of taking it, and what it means for the patient. */
const PREPARATIONS: Readonly<Record<Preparation, { readonly label: string; readonly meaning: string }>> = {
  capsules: {
    label: 'Compounded capsules',
    meaning: 'Made by a compounding pharmacy. Nothing to measure; costs more; the filler can be chosen.',
  },
  liquid: {
    label: `Liquid made at home, ${LIQUID_CONCENTRATION}`,
    meaning:
      'From 50 mg tablets in water. Cheaper and easy to adjust; must be mixed, kept in the fridge in foil and measured with a syringe; tastes foul.',
  },
};

const FILLERS: Readonly<Record<Filler | 'usual', string>> = {
  usual: "The pharmacy's usual",
  sucrose: 'Sucrose',
  ginger: 'Ginger',
};

export const PLAN_WORDS = {
  title: 'Proposed titration',
  cannotGo: 'The plan cannot go to review yet',
  restsOnStatement: 'The plan rests on what you state at Review about opioids.',
  why: {
    schedule: (days: number) =>
      `Start low, go up every ${days} days if tolerated, stay at the lowest dose that helps, never above ${milligrams(CEILING)}. This is a proposal: adjust it to this patient.`,
    timeToEffect: TIME_TO_EFFECT,
    source: 'guideline summaries on naltrexone; clinical notes "Low Dose Naltrexone"',
    filler: (filler: Filler) =>
      `Capsules with ${filler} filler: the chart names a filler that this patient does not tolerate.`,
    firstNight: (day: string) =>
      `First night ${day}: the opioid dates in the chart and in your answers allow none earlier.`,
  },
  presets: { names: PRESET_NAMES, proposal: 'Reset to proposal' },
  table: {
    drug: 'naltrexone',
    taken: (preparation: Preparation) => ` ${FORMS[preparation]}, by mouth, once a day at bedtime`,
    marked: 'Marked: changed from the proposal',
    columns: {
      step: 'Step',
      dates: 'From - to',
      dose: 'Dose',
      eachNight: 'Each night',
      nights: 'Nights',
      why: 'Why',
    },
    /** Behind the number, where the heads of the columns are not seen. */
    unitOfNights: (nights: number) => (nights === 1 ? 'night' : 'nights'),
    until: ' - ',
    lightStep: (step: number) => `Step ${step}, show in the graph`,
    why: {
      first: 'Start low',
      next: (days: number) => `After ${days} days, if tolerated`,
      last: 'Highest dose, to the end of the supply',
    },
  },
  totals: {
    quantity: ({ quantity, item }: SupplyLine) => `${quantity} ${quantity === 1 ? item : `${item}s`}`,
    lasts: 'Lasts',
    nights: (nights: number) => `${nights} nights, no repeats`,
  },
  notDrawn: 'No plan is drawn while a field is outside its limits.',
  picture: 'Dose over time',
  pain: {
    title: 'Pain score, 0 to 10 (higher is worse)',
    firstNight: 'First night',
    all: 'All pain scores of the chart',
    order: 'Newest first',
    columns: { date: 'Date', score: 'Score', measure: 'What was asked' },
  },
  fields: {
    title: 'Change the plan',
    changed: 'changed',
    typed: FIELDS,
    fixedFirstNight: 'Fixed: print dates on the handout',
    preparation: { legend: 'Preparation', choices: PREPARATIONS },
    strengths: { legend: 'Capsule strengths', other: 'Other strengths, in mg, with spaces between' },
    filler: { legend: 'Capsule filler', choices: FILLERS },
  },
  buttons: { update: 'Update plan', undo: 'Undo', review: 'Continue to review' },
  evidence: {
    title: 'Evidence for and against',
    for: 'For',
    against: 'Against',
    open: 'The evidence, side effects and other treatments',
    otherTreatments: 'Other treatments',
    neither: 'Neither for nor against',
    sideEffects: 'Side effects',
    alternatives: (drugs: readonly string[]) => `Not yet recorded on this chart: ${drugs.join('; ')}.`,
    noAlternatives: (isListed: boolean) =>
      isListed
        ? 'Every other treatment that the guidance names is on this chart.'
        : 'No guidance is held here on other treatments of this pain.',
  },
} as const;
