/** PEG as a patient answered it and an EHR keeps it: a QuestionnaireResponse, which is no part of the chart. */
import { Fields, type JsonObject } from '#lib/fhir/fields.ts';
import { PEG } from '#lib/terminology/codes/pain-scores.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { DayOf } from '#lib/time/chart-day.ts';
import { type PainScore, WORST_PAIN } from './pain-scores.ts';

const QUESTIONS = Object.values(PEG.questions);
const ANSWERED = new Set(['completed', 'amended']);

interface OfPatient {
  readonly isOfPatient: (subject: string) => boolean;
  readonly dayOf: DayOf;
  readonly today: CalendarDate;
}

/** Newest first; what is not whole, not of this patient or of a day to come is no score. @see FHIR R4 QuestionnaireResponse */
export function answeredPeg(resources: readonly JsonObject[], of: OfPatient): readonly PainScore[] {
  return resources
    .flatMap((one) => pegScore(new Fields(one, []), of))
    .toSorted((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

function pegScore(response: Fields, { isOfPatient, dayOf, today }: OfPatient): readonly PainScore[] {
  if (response.text('resourceType') !== 'QuestionnaireResponse') return [];
  if (!ANSWERED.has(response.text('status') ?? '')) return [];
  if (!isOfPatient(response.object('subject')?.text('reference') ?? '')) return [];
  const day = dayOf(response.date('authored'));
  const id = response.text('id');
  if (day === null || day > today || id === null) return [];
  const answers = QUESTIONS.map((code) => answerTo(response, code)).filter(
    (value): value is number => value !== null && value >= 0 && value <= WORST_PAIN,
  );
  if (answers.length !== QUESTIONS.length) return [];
  const mean = answers.reduce((sum, one) => sum + one, 0) / answers.length;
  const score = Math.round(mean * 10) / 10;
  return [{ source: `QuestionnaireResponse/${id}`, day, measure: 'peg', score }];
}

/** By LOINC's link id, "/75893-8", whatever stands before it. */
function answerTo(response: Fields, code: string): number | null {
  const item = response.objects('item').find((one) => (one.text('linkId') ?? '').endsWith(code));
  const answer = item?.objects('answer')[0];
  return answer?.number('valueDecimal') ?? answer?.number('valueInteger') ?? null;
}
