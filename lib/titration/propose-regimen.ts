/** The regimen the app proposes, and the presets a prescriber may choose instead. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Regimen } from './regimen.ts';

export type RegimenChoices = Omit<Regimen, 'startDate'>;

const STANDARD: RegimenChoices = {
  start: 1500,
  step: 1500,
  intervalDays: 14,
  ceiling: 4500,
  days: 56,
  preparation: 'capsules',
  strengths: [1500],
  filler: null,
};

const GENTLE: RegimenChoices = {
  ...STANDARD,
  start: 500,
  step: 500,
  intervalDays: 7,
  days: 63,
  strengths: [500, 1500],
};

/** The worked schedules A-F of the clinical content, by what a prescriber would call them. */
export const PRESETS = {
  standard: STANDARD,
  'two-strengths': { ...STANDARD, strengths: [1500, 4500] },
  weekly: { ...STANDARD, intervalDays: 7 },
  gentle: GENTLE,
  'liquid-gentle': { ...GENTLE, preparation: 'liquid', strengths: [] },
  'liquid-standard': { ...STANDARD, preparation: 'liquid', strengths: [] },
} as const satisfies Record<string, RegimenChoices>;

export type PresetId = keyof typeof PRESETS;

/** The standard schedule, or the gentle one where the liquid is chosen, with the prescriber's own choices over it. */
export function proposeRegimen(startDate: CalendarDate, choices: Partial<RegimenChoices> = {}): Regimen {
  const base = choices.preparation === 'liquid' ? PRESETS['liquid-gentle'] : STANDARD;
  return { ...base, ...choices, startDate };
}
