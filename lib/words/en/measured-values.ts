/** What was last measured, as a chip beside the checks and on Plan. */
import type { PainScore } from '#lib/follow-up/pain-scores.ts';
import type { MeasuredThing, MeasuredValue } from '#lib/safety/measured-values.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { screenDate } from './dates.ts';
import { capital, painMeasureName } from './pain-history.ts';

const NAMES: Readonly<Record<MeasuredThing, string>> = { alt: 'ALT', ast: 'AST', egfr: 'eGFR', esr: 'ESR' };

/** The unit of an eGFR is the same everywhere, and long. */
const UNIT_GOES_WITHOUT_SAYING: ReadonlySet<MeasuredThing> = new Set(['egfr']);

/** "ALT 22 U/L (limit 40), 20-Nov-2025" */
export function measuredValueWords(measured: MeasuredValue): string {
  if (measured.kind === 'pregnancy') return `Pregnancy test ${measured.says}, ${screenDate(measured.day)}`;
  const { thing, value, comparator, unit, upperLimit, day } = measured;
  const withUnit = unit === null || UNIT_GOES_WITHOUT_SAYING.has(thing) ? '' : ` ${unit}`;
  const limit = upperLimit === null ? '' : ` (limit ${upperLimit})`;
  return `${NAMES[thing]} ${comparator ?? ''}${value}${withUnit}${limit}, ${screenDate(day)}`;
}

/** "PEG score 6.3 of 10, 20-Feb-2026" */
export function measuredScoreWords({ measure, score, day }: PainScore): string {
  return `${capital(painMeasureName(measure))} ${score} of 10, ${screenDate(day)}`;
}

/** The check that asks of it; the sedimentation rate is asked of by none. */
const RULES: Readonly<Record<MeasuredThing, RuleId | null>> = {
  alt: 'R15',
  ast: 'R15',
  egfr: 'R16',
  esr: null,
};

export function ruleOfMeasured(measured: MeasuredValue): RuleId | null {
  return measured.kind === 'pregnancy' ? 'R17' : RULES[measured.thing];
}

export const MEASURED_WORDS = {
  title: 'Last measured',
  sedimentationRate: 'Higher ESR, greater response in a pilot of 10 women; it decides nothing here.',
} as const;
