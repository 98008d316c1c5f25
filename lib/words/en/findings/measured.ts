import type { MeasuredFact } from '#lib/safety/measured-fact.ts';
import type { DayWords } from '../../shapes.ts';
import { dated, rowName } from '../rows.ts';

/** "ALT 42 U/L, 2026-02-10", "eGFR <30, 2026-02-10" */
export function measured(
  { value, comparator, unit, ...row }: MeasuredFact,
  day: DayWords,
  shows: 'unit' | 'no-unit' = 'unit',
): string {
  const withUnit = shows === 'unit' && unit !== null ? ` ${unit}` : '';
  return dated(`${rowName(row)} ${comparator ?? ''}${value}${withUnit}`, row.day, day);
}
