/** The questions only a person can answer, as they are put. The answer that settles the question stands first. */
import { type AnswerFields, answerFields } from '#lib/review/answer-fields.ts';
import type { Finding, Question } from '#lib/safety/judgement.ts';
import { reasonWords } from './reasons.ts';

export interface AskedChoice {
  readonly value: string;
  readonly label: string;
  /** A day that goes with this answer; `before` stands in front of the field. */
  readonly day: { readonly field: string; readonly label: string } | null;
  /** This answer leaves the question open: the draft cannot go on. */
  readonly stops: boolean;
}

export interface AskedQuestion {
  readonly field: string;
  readonly legend: string;
  readonly choices: readonly AskedChoice[];
}

const plain = { day: null, stops: false } as const;

function monitoring(fields: AnswerFields): AskedQuestion {
  return {
    field: fields.monitoring,
    legend: 'Prescription monitoring record (PDMP)',
    choices: [
      {
        value: 'checked',
        label: 'Checked',
        day: { field: fields.monitoringDate, label: 'Checked on' },
        stops: false,
      },
      { ...plain, value: 'none-exists', label: 'No monitoring record exists here' },
      { value: 'not-checked', label: 'Not checked (a draft cannot be written)', day: null, stops: true },
    ],
  };
}

function interview(fields: AnswerFields): AskedQuestion {
  return {
    field: fields.interview,
    legend:
      'Patient asked about leftover, over-the-counter, clinic-dispensed, borrowed and illicit opioids, and kratom',
    choices: [
      { ...plain, value: 'none', label: 'Asked: none' },
      {
        value: 'last-opioid',
        label: 'Asked: took an opioid',
        day: { field: fields.lastOpioidDate, label: 'Last taken on' },
        stops: false,
      },
    ],
  };
}

function pregnancy(fields: AnswerFields): AskedQuestion {
  return {
    field: fields.pregnancy,
    legend: 'Pregnancy',
    choices: [
      { ...plain, value: 'not-pregnant', label: 'Asked: not pregnant and not planning to be' },
      {
        value: 'pregnant-or-planning',
        label: 'Pregnant or planning to be (decide outside this app)',
        day: null,
        stops: true,
      },
    ],
  };
}

function reasons(finding: Finding, question: Question): AskedQuestion {
  const last = finding.reasons.map(({ id }) => ({ ...plain, value: id, label: reasonWords[id] }));
  return {
    field: answerFields(finding).choice,
    legend: question.kind === 'last-dose' ? 'What is known of the last dose' : 'Your reason',
    choices: [...last, { ...plain, value: 'other', label: 'Other, in your own words' }],
  };
}

/** The radio groups of one finding. A finding that asks nothing has none. */
export function askedQuestions(finding: Finding): readonly AskedQuestion[] {
  const { question } = finding;
  const fields = answerFields(finding);
  if (finding.severity !== 'confirm') return [];
  if (question?.kind === 'monitoring-and-interview') {
    return [monitoring(fields), interview(fields), ...(question.asksPregnancy ? [pregnancy(fields)] : [])];
  }
  return [reasons(finding, question ?? { kind: 'reason' })];
}
