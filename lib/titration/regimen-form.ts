/** The regimen as a form: what is shown in its fields, and what a typed form means. Nothing typed is ever silently changed. */

import { calendarDate } from '#lib/time/calendar-date.ts';
import { checkRegimen, type StartLimits } from './check-regimen.ts';
import { micrograms } from './dose-levels.ts';
import type { RegimenChoices } from './propose-regimen.ts';
import type { Filler, Micrograms, Regimen } from './regimen.ts';
import type { Invariant, RegimenFault } from './regimen-fault.ts';

/** Strengths offered as boxes to tick; any other goes into the field beside them. */
export const OFFERED_STRENGTHS: readonly Micrograms[] = [500, 1000, 1500, 3000, 4500];

export type RegimenForm = Readonly<Record<string, string>>;

/** The form field of each invariant, so that an error stands beside what was typed. */
const FIELD_OF: Readonly<Record<Invariant, string>> = {
  start: 'start',
  step: 'step',
  interval: 'interval',
  ceiling: 'ceiling',
  days: 'days',
  strengths: 'strength-other',
  'start-date': 'start-date',
  filler: 'filler',
};

/** The fields a person types into, in the order of the form. */
export const TYPED_FIELDS = ['start', 'step', 'interval', 'ceiling', 'days', 'start-date'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

/** A box to tick: the first night is an appointment, and the handout prints dates. */
export const FIXED_FIRST_NIGHT = 'first-night-fixed';

export const REGIMEN_FIELDS = [
  ...TYPED_FIELDS,
  FIXED_FIRST_NIGHT,
  'preparation',
  'filler',
  'strength-other',
  ...OFFERED_STRENGTHS.map(strengthField),
] as const;

/** What is wrong with a text in a field, or with a choice that was not made. */
export type TypedFault =
  | {
      readonly code: 'empty' | 'decimal-comma' | 'no-whole-days' | 'no-milligrams';
      readonly what: TypedField | 'strengths';
      readonly text: string;
    }
  | { readonly code: 'no-preparation' | 'no-filler' }
  | { readonly code: 'no-date'; readonly text: string };

export interface FormProblem {
  readonly field: string;
  readonly fault: TypedFault | RegimenFault;
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
    ...(regimen.isFirstNightFixed === true ? { [FIXED_FIRST_NIGHT]: 'on' } : {}),
    filler: regimen.filler ?? 'usual',
    'strength-other': other.map((strength) => strength / 1000).join(' '),
    ...Object.fromEntries(
      regimen.strengths
        .filter((strength) => OFFERED_STRENGTHS.includes(strength))
        .map((strength) => [strengthField(strength), 'on']),
    ),
  };
}

interface FormInUse {
  readonly form: RegimenForm;
  readonly proposed: Regimen;
  readonly limits: StartLimits;
}

/**
 * The form of a preset that is chosen while another form stands. A preset is a schedule: the first night, fixed or not, where it keeps the limits,
 * and the filler stay as the prescriber left them. A liquid form that shows the usual filler tells nothing about capsules.
 */
export function formOfPreset(preset: RegimenChoices, { form, proposed, limits }: FormInUse): RegimenForm {
  const night = calendarDate((form['start-date'] ?? '').trim());
  const mayStay =
    night !== null &&
    checkRegimen({ ...proposed, startDate: night }, limits).every(
      ({ invariant }) => invariant !== 'start-date',
    );
  const filler = form.preparation === 'liquid' && form.filler === 'usual' ? undefined : form.filler;
  return {
    ...formOf({
      ...preset,
      startDate: mayStay ? night : proposed.startDate,
      isFirstNightFixed: mayStay && form[FIXED_FIRST_NIGHT] === 'on',
    }),
    filler: filler ?? proposed.filler ?? 'usual',
  };
}

/** A decimal comma is refused: "1,5" must never become 15. */
function numberFault(text: string, what: TypedField | 'strengths', isWhole: boolean): TypedFault | null {
  if (text === '') return { code: 'empty', what, text };
  if (text.includes(',')) return { code: 'decimal-comma', what, text };
  if (isWhole && !/^\d{1,3}$/.test(text)) return { code: 'no-whole-days', what, text };
  return /^\d{1,3}(\.\d{1,3})?$/.test(text) ? null : { code: 'no-milligrams', what, text };
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
  const number = (field: TypedField, isWhole = false): number => {
    const fault = numberFault(typed(field), field, isWhole);
    if (fault !== null) problems.push({ field, fault });
    return fault === null ? Number(typed(field)) : Number.NaN;
  };
  const dose = (field: TypedField) => micrograms(number(field));

  const start = dose('start');
  const step = dose('step');
  const intervalDays = number('interval', true);
  const ceiling = dose('ceiling');
  const days = number('days', true);

  const preparation = typed('preparation');
  if (preparation !== 'capsules' && preparation !== 'liquid') {
    problems.push({ field: 'preparation', fault: { code: 'no-preparation' } });
  }
  const startDate = calendarDate(typed('start-date'));
  if (startDate === null) {
    problems.push({ field: 'start-date', fault: { code: 'no-date', text: typed('start-date') } });
  }
  const filler = typed('filler');
  if (!['usual', 'sucrose', 'ginger'].includes(filler)) {
    problems.push({ field: 'filler', fault: { code: 'no-filler' } });
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
    ...(form[FIXED_FIRST_NIGHT] === 'on' ? { isFirstNightFixed: true } : {}),
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
    const fault = numberFault(text, 'strengths', false);
    if (fault === null) return [micrograms(Number(text))];
    problems.push({ field: 'strength-other', fault });
    return [];
  });
  return [...new Set([...ticked, ...typed])].sort((a, b) => a - b);
}

/** Faults of the plan as problems of the form, each beside its field. */
export function formProblems(faults: readonly RegimenFault[]): readonly FormProblem[] {
  return faults.map((fault) => ({ field: FIELD_OF[fault.invariant], fault }));
}

/** Whether two forms hold the same text in every field. */
export function isSameForm(one: RegimenForm, other: RegimenForm): boolean {
  return changedFields(one, other).size === 0;
}

/** The fields whose text differs from the proposal, to be marked. */
export function changedFields(form: RegimenForm, proposed: RegimenForm): ReadonlySet<string> {
  return new Set(REGIMEN_FIELDS.filter((field) => (form[field] ?? '') !== (proposed[field] ?? '')));
}
