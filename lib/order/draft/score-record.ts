/**
 * What a patient answered at a visit, as the EHR may keep it: a QuestionnaireResponse, an Observation, or a line in a note.
 * @see FHIR R4 QuestionnaireResponse, Observation, DocumentReference; LOINC 91148-7 (PEG panel), 91147-9 (mean), 72514-3 (pain now)
 */
import { LOINC, UCUM } from '#lib/fhir/code-systems.ts';
import { PAIN_RATING, PEG } from '#lib/terminology/codes/pain-scores.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import { ownIdentifier } from './own-identifier.ts';
import { plainNote } from './plain-note.ts';

/** In the order in which they are tried: the first is what most EHRs let an app create. */
export const SCORE_TYPES = ['QuestionnaireResponse', 'Observation', 'DocumentReference'] as const;
export type ScoreType = (typeof SCORE_TYPES)[number];

export interface ScoreToRecord {
  readonly patientId: string;
  readonly on: CalendarDate;
  /** `peg` has its three answers, `pain-now` one: 0 to 10, higher is worse. */
  readonly measure: 'peg' | 'pain-now';
  readonly answers: readonly number[];
}

export interface ScoreSetting {
  /** "Practitioner/p9"; null where the EHR named nobody. */
  readonly author: string | null;
  /** FHIR instant. */
  readonly now: string;
  readonly words: ScoreWords;
}

export interface ScoreWords {
  readonly names: Readonly<Record<ScoreToRecord['measure'], string>>;
  /** In the order of the answers. */
  readonly questions: Readonly<Record<ScoreToRecord['measure'], readonly string[]>>;
  readonly noteTitle: string;
  readonly noteLine: (score: ScoreToRecord) => string;
}

const PEG_PANEL = '91148-7';
const CODES: Readonly<
  Record<ScoreToRecord['measure'], { readonly whole: string; readonly parts: readonly string[] }>
> = {
  peg: { whole: PEG.mean, parts: [PEG.questions.pain, PEG.questions.enjoyment, PEG.questions.activity] },
  'pain-now': { whole: PAIN_RATING.now, parts: [PAIN_RATING.now] },
};

/** One a patient, a day and a measure, so that the same answers are found again before they are written again. */
export function scoreIdentifier({ patientId, on, measure }: ScoreToRecord) {
  return ownIdentifier(`score-${patientId}-${on}-${measure}`);
}

/** Mean of the answers, to one decimal. */
function scoreOf({ answers }: Pick<ScoreToRecord, 'answers'>): number {
  return Math.round((answers.reduce((sum, one) => sum + one, 0) / answers.length) * 10) / 10;
}

/** The same answers in each of the three: as numbers, in a note as a line of text. */
export function scoreResource(type: ScoreType, score: ScoreToRecord, setting: ScoreSetting) {
  if (type === 'QuestionnaireResponse') return questionnaireResponse(score, setting);
  return type === 'Observation' ? observation(score, setting) : note(score, setting);
}

function questionnaireResponse(score: ScoreToRecord, { author, now, words }: ScoreSetting) {
  const { whole, parts } = CODES[score.measure];
  return {
    resourceType: 'QuestionnaireResponse',
    identifier: scoreIdentifier(score),
    questionnaire: `${LOINC}/q/${score.measure === 'peg' ? PEG_PANEL : whole}`,
    status: 'completed',
    subject: { reference: `Patient/${score.patientId}` },
    authored: now,
    ...(author === null ? {} : { author: { reference: author } }),
    item: parts.map((code, index) => ({
      linkId: `/${code}`,
      text: words.questions[score.measure][index],
      answer: [{ valueDecimal: score.answers[index] }],
    })),
  } as const;
}

function observation(score: ScoreToRecord, { author, now, words }: ScoreSetting) {
  const { whole, parts } = CODES[score.measure];
  const quantity = (value: number | undefined) => ({
    value,
    unit: '{score}',
    system: UCUM,
    code: '{score}',
  });
  const category = 'http://terminology.hl7.org/CodeSystem/observation-category';
  return {
    resourceType: 'Observation',
    identifier: [scoreIdentifier(score)],
    status: 'final',
    category: [{ coding: [{ system: category, code: 'survey' }] }],
    code: { coding: [{ system: LOINC, code: whole }], text: words.names[score.measure] },
    subject: { reference: `Patient/${score.patientId}` },
    effectiveDateTime: now,
    ...(author === null ? {} : { performer: [{ reference: author }] }),
    valueQuantity: quantity(scoreOf(score)),
    ...(parts.length === 1
      ? {}
      : {
          component: parts.map((code, index) => ({
            code: { coding: [{ system: LOINC, code }], text: words.questions[score.measure][index] },
            valueQuantity: quantity(score.answers[index]),
          })),
        }),
  } as const;
}

function note(score: ScoreToRecord, { author, now, words }: ScoreSetting) {
  const { noteTitle: title } = words;
  return plainNote({
    identifier: scoreIdentifier(score),
    patient: `Patient/${score.patientId}`,
    author,
    now,
    words: { type: title, description: title, title },
    text: words.noteLine(score),
  });
}
