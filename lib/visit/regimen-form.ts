/** The regimen as a form: what is shown in its fields, and what a typed form means. Nothing typed is ever silently changed. */

import { calendarDate } from '#lib/time/calendar-date.ts';
import {
  checkRegimen,
  type Invariant,
  type RegimenFault,
  type StartLimits,
} from '#lib/titration/check-regimen.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { RegimenChoices } from '#lib/titration/propose-regimen.ts';
import type { Filler, Micrograms, Regimen } from '#lib/titration/regimen.ts';
import { TYPED_FIELDS } from '#lib/titration/typed-fields.ts';
import { withScreenDates } from '#lib/words/en/dates.ts';

/** Strengths offered as boxes to tick; any other goes into the field beside them. */
export const OFFERED_STRENGTHS: readonly Micrograms[] = [500, 1000, 1500, 3000, 4500];

export type RegimenForm = Readonly<Record<string, string>>;

/** The form field of each invariant, so that an error stands beside what was typed. */
export const FIELD_OF: Readonly<Record<Invariant, string>> = {
  start: 'start',
  step: 'step',
  interval: 'interval',
  ceiling: 'ceiling',
  days: 'days',
  strengths: 'strength-other',
  'start-date': 'start-date',
  filler: 'filler',
};

export const REGIMEN_FIELDS = [
  ...TYPED_FIELDS,
  'preparation',
  'filler',
  'strength-other',
  ...OFFERED_STRENGTHS.map(strengthField),
] as const;

export interface FormProblem {
  readonly field: string;
  readonly message: string;
}

export function strengthField(strength: Micrograms): string {
  return `strength-${strength / 1000}`;
}

/** A regimen as the form shows it before anything is typed. */
export function formOf(regimen: Regimen): RegimenForm {
  const other = regimen.strengths.filter((strength) => !OFFERED_STRENGTHS.includes(strength));
  return {
    start: String(regimen.start / 1000),
    step: String(regimen.step / 1000),
    interval: String(regimen.intervalDays),
    ceiling: String(regimen.ceiling / 1000),
    days: String(regimen.days),
    preparation: regimen.preparation,
    'start-date': regimen.startDate,
    filler: regimen.filler ?? 'usual',
    'strength-other': other.map((strength) => strength / 1000).join(' '),
    ...Object.fromEntries(
      regimen.strengths
        .filter((strength) => OFFERED_STRENGTHS.includes(strength))
        .map((strength) => [strengthField(strength), 'on']),
    ),
  };
}

interface StandingForm {
  readonly form: RegimenForm;
  readonly proposed: Regimen;
  readonly limits: StartLimits;
}

/**
 * The form of a preset that is chosen while another form stands. A preset is a schedule: the first night, where it keeps the limits,
 * and the filler stay as the prescriber left them. A liquid form that shows the usual filler tells nothing about capsules.
 */
export function formOfPreset(preset: RegimenChoices, { form, proposed, limits }: StandingForm): RegimenForm {
  const night = calendarDate((form['start-date'] ?? '').trim());
  const mayStay =
    night !== null &&
    checkRegimen({ ...proposed, startDate: night }, limits).every(
      ({ invariant }) => invariant !== 'start-date',
    );
  const filler = form.preparation === 'liquid' && form.filler === 'usual' ? undefined : form.filler;
  return {
    ...formOf({ ...preset, startDate: mayStay ? night : proposed.startDate }),
    filler: filler ?? proposed.filler ?? 'usual',
  };
}

/** What is wrong with a typed number, or null. A decimal comma is refused: "1,5" must never become 15. */
function numberProblem(text: string, what: string, isWhole: boolean): string | null {
  if (text === '') return `${what} is empty.`;
  if (text.includes(',')) return `${what} "${text}": write a point, not a comma, as in 1.5.`;
  if (isWhole && !/^\d{1,3}$/.test(text)) return `${what} "${text}" is no whole number of days.`;
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(text)) return `${what} "${text}" is no number of milligrams like 1.5.`;
  return null;
}

/**
 * The regimen a form asks for, which may still break an invariant; or, where a field cannot be read, all that is wrong, field by field:
 * what the other fields break is told too.
 */
export function readRegimenForm(
  form: RegimenForm,
  limits: StartLimits,
): { readonly regimen: Regimen } | { readonly problems: readonly FormProblem[] } {
  const problems: FormProblem[] = [];
  const typed = (field: string) => (form[field] ?? '').trim();
  const number = (field: string, what: string, isWhole = false): number => {
    const message = numberProblem(typed(field), what, isWhole);
    if (message !== null) problems.push({ field, message });
    return message === null ? Number(typed(field)) : Number.NaN;
  };
  const dose = (field: string, what: string) => micrograms(number(field, what));

  const start = dose('start', 'First dose');
  const step = dose('step', 'Increase');
  const intervalDays = number('interval', 'Interval', true);
  const ceiling = dose('ceiling', 'Highest dose');
  const days = number('days', 'Length', true);

  const preparation = typed('preparation');
  if (preparation !== 'capsules' && preparation !== 'liquid') {
    problems.push({ field: 'preparation', message: 'Choose capsules or liquid.' });
  }
  const startDate = calendarDate(typed('start-date'));
  if (startDate === null) {
    problems.push({ field: 'start-date', message: `First night "${typed('start-date')}" is no date.` });
  }
  const filler = typed('filler');
  if (!['usual', 'sucrose', 'ginger'].includes(filler)) {
    problems.push({ field: 'filler', message: 'Choose a filler.' });
  }
  const isLiquid = preparation === 'liquid';
  const strengths = isLiquid ? [] : readStrengths(form, problems);

  const regimen: Regimen = {
    start,
    step,
    intervalDays,
    ceiling,
    days,
    preparation: isLiquid ? 'liquid' : 'capsules',
    strengths,
    startDate: startDate ?? limits.asOf,
    filler: isLiquid || filler === 'usual' ? null : (filler as Filler),
  };
  if (problems.length === 0) return { regimen };
  const unread = new Set(problems.map(({ field }) => field));
  // What is asked of the pharmacy is known only with the preparation.
  if (unread.has('preparation')) unread.add(FIELD_OF.strengths);
  const broken = formProblems(checkRegimen(regimen, limits)).filter(({ field }) => !unread.has(field));
  return { problems: inOrderOfForm([...problems, ...broken]) };
}

function inOrderOfForm(problems: readonly FormProblem[]): readonly FormProblem[] {
  const place = ({ field }: FormProblem) => (REGIMEN_FIELDS as readonly string[]).indexOf(field);
  return problems.toSorted((one, other) => place(one) - place(other));
}

function readStrengths(form: RegimenForm, problems: FormProblem[]): Micrograms[] {
  const ticked = OFFERED_STRENGTHS.filter((strength) => form[strengthField(strength)] === 'on');
  const other = (form['strength-other'] ?? '').trim().split(/\s+/).filter(Boolean);
  const typed = other.flatMap((text) => {
    const message = numberProblem(text, 'Capsule strength', false);
    if (message === null) return [micrograms(Number(text))];
    problems.push({ field: 'strength-other', message });
    return [];
  });
  return [...new Set([...ticked, ...typed])].sort((a, b) => a - b);
}

/** Faults of the plan as problems of the form, each beside its field, its days as on screen. */
export function formProblems(faults: readonly RegimenFault[]): readonly FormProblem[] {
  return faults.map(({ invariant, message }) => ({
    field: FIELD_OF[invariant],
    message: withScreenDates(message),
  }));
}

/** Whether two forms hold the same text in every field. */
export function isSameForm(one: RegimenForm, other: RegimenForm): boolean {
  return changedFields(one, other).size === 0;
}

/** The fields whose text differs from the proposal, to be marked. */
export function changedFields(form: RegimenForm, proposed: RegimenForm): ReadonlySet<string> {
  return new Set(REGIMEN_FIELDS.filter((field) => (form[field] ?? '') !== (proposed[field] ?? '')));
}
