/** The score of a follow-up visit as it is kept in the chart, and how that ended. */
import type { ScoreToRecord, ScoreType, ScoreWords } from '#lib/order/draft/score-record.ts';
import type { ScoreOutcome } from '#lib/order/write/write-score.ts';

export const SCORE_RECORD: ScoreWords = {
  names: { peg: 'PEG mean', 'pain-now': 'Pain now, 0 to 10' },
  questions: {
    peg: [
      'Pain on average in the past week',
      'Pain interfered with enjoyment of life',
      'Pain interfered with general activity',
    ],
    'pain-now': ['Pain now'],
  },
  noteTitle: 'Pain score at a follow-up of low-dose naltrexone',
  noteLine: (score: ScoreToRecord) =>
    `${score.measure === 'peg' ? 'PEG (pain, enjoyment, activity)' : 'Pain now'}, 0 to 10, on ${score.on}: ${score.answers.join(', ')}.`,
};

const PLACE: Readonly<Record<ScoreType, string>> = {
  QuestionnaireResponse: 'a questionnaire response',
  Observation: 'an observation',
  DocumentReference: 'a note',
};

/** What became of it, and what to do where it does not stand. */
export function scoreOutcomeWords(outcome: ScoreOutcome): string {
  switch (outcome.kind) {
    case 'written':
      return `The score is in the chart, as ${PLACE[outcome.as]}.`;
    case 'already':
      return `The score was in the chart already, as ${PLACE[outcome.as]}: it was not written twice.`;
    case 'another-stands':
      return `The chart already has other answers from today, as ${PLACE[outcome.as]}: they were not changed. Correct them in the EHR.`;
    case 'not-as-sent':
      return `The EHR did not keep the score as it was sent (${PLACE[outcome.as]}). Look at it there.`;
    case 'refused':
      return `The EHR did not take the score (${outcome.status}${outcome.words === null ? '' : `: ${outcome.words}`}). It is kept for this launch alone: enter it in the EHR.`;
    case 'not-known':
      return 'The EHR did not answer, so it is not known whether the score is in the chart. Try again: the app looks for it first.';
    case 'no-place':
      return 'This EHR takes no score from the app. It is kept for this launch alone: enter it in the EHR.';
  }
}

export const RECORD_SCORE = 'Write the score to the chart';
