/** The answers of a follow-up as a form gives them, field by field; what cannot be read is told beside its field, and nothing typed is lost. */
import { type CalendarDate, calendarDate } from '#lib/time/calendar-date.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms, Preparation } from '#lib/titration/regimen.ts';
import { CEILING } from '#lib/titration/regimen-limits.ts';
import { CHANGES, EFFECTS, type FollowUpAnswers, type PegItems } from './follow-up-answers.ts';

export const PEG_FIELDS = ['peg-pain', 'peg-enjoyment', 'peg-activity'] as const;
export const PEG_BASELINE_FIELDS = ['before-pain', 'before-enjoyment', 'before-activity'] as const;

export const FOLLOW_UP_FIELDS = [
  ...PEG_FIELDS,
  'pain-now',
  ...PEG_BASELINE_FIELDS,
  'pain-before',
  'effects',
  'missed',
  'change',
  'dose',
  'nights',
  'first-night',
  'preparation',
  'outcome',
  'reason',
] as const;
export type FollowUpField = (typeof FOLLOW_UP_FIELDS)[number];
export type FollowUpForm = Readonly<Record<string, string>>;

export type FollowUpFault =
  | 'not-0-to-10'
  | 'peg-in-part'
  | 'two-measures'
  | 'not-answered'
  | 'no-nights'
  | 'no-dose'
  | 'above-ceiling'
  | 'no-date'
  | 'after-today'
  | 'no-reason';

export interface FollowUpProblem {
  readonly field: FollowUpField;
  readonly fault: FollowUpFault;
}

interface ReadForm {
  /** With `effects` none where they were not answered: then `problems` says so. */
  readonly answers: FollowUpAnswers;
  readonly problems: readonly FollowUpProblem[];
}

/** POLICY: nobody counts more nights than ten years have. */
const MOST_NIGHTS = 3_660;

/** Every fault is told, not only the first; `asOf` is the last day that may be named. */
export function readFollowUpForm(form: FollowUpForm, asOf: CalendarDate): ReadForm {
  const problems: FollowUpProblem[] = [];
  const typed = (field: FollowUpField) => (form[field] ?? '').trim();
  const tell = (field: FollowUpField, fault: FollowUpFault): null => {
    problems.push({ field, fault });
    return null;
  };
  const score = (field: FollowUpField): number | null => {
    const text = typed(field);
    if (text === '') return null;
    return /^(10|\d)(\.\d)?$/.test(text) && Number(text) <= 10 ? Number(text) : tell(field, 'not-0-to-10');
  };
  const items = (fields: readonly [FollowUpField, FollowUpField, FollowUpField]): PegItems | null => {
    if (fields.every((field) => typed(field) === '')) return null;
    const values = fields.map(score);
    const open = fields.find((field) => typed(field) === '');
    if (open !== undefined) return tell(open, 'peg-in-part');
    const [one, two, three] = values;
    return one == null || two == null || three == null ? null : [one, two, three];
  };
  const nights = (field: FollowUpField): number | null => {
    const text = typed(field);
    if (text === '') return null;
    return /^\d{1,4}$/.test(text) && Number(text) <= MOST_NIGHTS ? Number(text) : tell(field, 'no-nights');
  };

  const peg = items(PEG_FIELDS);
  const painNow = score('pain-now');
  const pegBefore = items(PEG_BASELINE_FIELDS);
  const painBefore = score('pain-before');
  if (peg !== null && painNow !== null) tell('pain-now', 'two-measures');
  const effects = EFFECTS.find((one) => one === typed('effects'));
  if (effects === undefined) tell('effects', 'not-answered');
  if (typed('outcome') !== '' && typed('reason') === '') tell('reason', 'no-reason');
  const answers: FollowUpAnswers = {
    effects: effects ?? 'none',
    dose: readDose(typed('dose'), (fault) => tell('dose', fault)),
    nightsAtDose: nights('nights'),
    missedNights: nights('missed'),
    score:
      peg !== null
        ? { measure: 'peg', items: peg }
        : painNow === null
          ? null
          : { measure: 'pain-now', value: painNow },
    baseline: peg === null && painNow !== null ? painBefore : (pegBefore ?? painBefore),
    change: CHANGES.find((one) => one === typed('change')) ?? null,
    firstNight: readNight(typed('first-night'), asOf, (fault) => tell('first-night', fault)),
  };
  return { answers, problems };
}

/** How it is to be supplied; null: as the patient has it. */
export function preparationAsked(form: FollowUpForm): {
  readonly preparation: Preparation | null;
  readonly isOneCapsule: boolean;
} {
  const asked = form.preparation ?? '';
  if (asked === 'liquid') return { preparation: 'liquid', isOneCapsule: false };
  return { preparation: asked === '' ? null : 'capsules', isOneCapsule: asked === 'one-capsule' };
}

type Tell = (fault: FollowUpFault) => null;

/** A decimal comma is refused: "1,5" must never become 15. */
function readDose(text: string, tell: Tell): Micrograms | null {
  if (text === '') return null;
  if (!/^\d{1,2}(\.\d{1,3})?$/.test(text) || Number(text) === 0) return tell('no-dose');
  const dose = micrograms(Number(text));
  return dose > CEILING ? tell('above-ceiling') : dose;
}

function readNight(text: string, asOf: CalendarDate, tell: Tell): CalendarDate | null {
  if (text === '') return null;
  const day = calendarDate(text);
  if (day === null) return tell('no-date');
  return day > asOf ? tell('after-today') : day;
}
