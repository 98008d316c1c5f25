/** The words of what is wrong with a regimen. */
import type { Invariant, RegimenFault } from '#lib/titration/regimen-fault.ts';
import type { FormProblem, TypedFault } from '#lib/titration/regimen-form.ts';
import type { DayWords } from '../shapes.ts';
import { screenDate } from './dates.ts';
import { LIQUID_CONCENTRATION, milligrams, millilitres } from './dose.ts';

const NAMES: Readonly<Record<Invariant, string>> = {
  start: 'First dose',
  step: 'Increase',
  ceiling: 'Highest dose',
  strengths: 'Capsule strength',
  interval: 'Interval',
  days: 'Length',
  'start-date': 'First night',
  filler: 'Filler',
};

/** As the fields of the form are called. */
const FIELD_NAMES: Readonly<Record<Extract<TypedFault, { what: string }>['what'], string>> = {
  start: 'First dose',
  step: 'Increase',
  interval: 'Interval',
  ceiling: 'Highest dose',
  days: 'Length',
  'start-date': 'First night',
  strengths: 'Capsule strength',
};

/** One line beside the field it is about. */
function formProblemWords({ fault }: FormProblem): string {
  return 'invariant' in fault ? regimenFaultWords(fault) : typedFaultWords(fault);
}

/** The problems of a form as the error summary lists them. */
export function formProblemsInWords(problems: readonly FormProblem[]) {
  return problems.map((problem) => ({ field: problem.field, message: formProblemWords(problem) }));
}

function typedFaultWords(fault: TypedFault): string {
  switch (fault.code) {
    case 'empty':
      return `${FIELD_NAMES[fault.what]} is empty.`;
    case 'decimal-comma':
      return `${FIELD_NAMES[fault.what]} "${fault.text}": write a point, not a comma, as in 1.5.`;
    case 'no-whole-days':
      return `${FIELD_NAMES[fault.what]} "${fault.text}" is no whole number of days.`;
    case 'no-milligrams':
      return `${FIELD_NAMES[fault.what]} "${fault.text}" is no number of milligrams like 1.5.`;
    case 'no-preparation':
      return 'Choose capsules or liquid.';
    case 'no-filler':
      return 'Choose a filler.';
    case 'no-date':
      return `First night "${fault.text}" is no date.`;
  }
}

/** "Ceiling 6 mg is above 4.5 mg." */
export function regimenFaultWords(fault: RegimenFault, day: DayWords = screenDate): string {
  const name = NAMES[fault.invariant];
  switch (fault.code) {
    case 'not-whole-micrograms':
      return `${name}${fault.dose === null ? '' : ` ${milligrams(fault.dose)}`} is not a whole number of micrograms.`;
    case 'dose-below':
      return `${name} ${milligrams(fault.dose)} is below ${milligrams(fault.limit)}.`;
    case 'dose-above':
      return `${name} ${milligrams(fault.dose)} is above ${milligrams(fault.limit)}.`;
    case 'step-not-upward':
      return `${name} ${milligrams(fault.dose)} is not above 0 mg; lowering a dose is a new draft.`;
    case 'ceiling-below-start':
      return `${name} ${milligrams(fault.dose)} is below the first dose, ${milligrams(fault.start)}.`;
    case 'not-whole-days':
      return `${name}${fault.days === null ? '' : ` ${fault.days} days`} is not a whole number of days${fault.invariant === 'days' ? ' from 1 up' : ''}.`;
    case 'interval-outside':
      return `${name} ${fault.days} days is not within ${fault.shortest} to ${fault.longest} days.`;
    case 'too-long':
      return `${name} ${fault.days} days is above ${fault.limit} days.`;
    case 'filler-of-liquid':
      return `${name} ${fault.filler} is for compounded capsules alone: the liquid is made from 50 mg tablets, whose fillers cannot be chosen.`;
    case 'no-strength':
      return 'No capsule strength is chosen.';
    case 'too-many-strengths':
      return `${fault.count} capsule strengths are more than ${fault.limit}.`;
    case 'not-measurable':
      return `Dose ${milligrams(fault.dose)} is not a multiple of ${milligrams(fault.grain)} (${millilitres(5)} of the ${LIQUID_CONCENTRATION} liquid).`;
    case 'no-sum-of-capsules':
      return `Dose ${milligrams(fault.dose)} is not an exact sum of at most ${fault.limit} capsules a night from ${fault.strengths.map(milligrams).join(', ')} capsules.`;
    case 'start-before-check':
      return `${name} ${day(fault.startDate)} is before ${day(fault.asOf)}, the day of this check.`;
    case 'start-before-earliest':
      return `${name} ${day(fault.startDate)} is before ${day(fault.earliest)}, the earliest that the chart and the answers allow.`;
    case 'start-too-far':
      return `${name} ${day(fault.startDate)} is more than ${fault.limit} days after ${day(fault.asOf)}; check the chart again nearer the day.`;
    case 'start-while-held':
      return `The plan starts on ${day(fault.startDate)}, while LDN is to be held (from ${day(fault.from)}) for the operation of ${day(fault.operation)}.`;
    case 'no-slower-than-standard':
      return 'A slower titration was chosen, but this plan is not slower than the standard one.';
  }
}
