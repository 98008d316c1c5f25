/** The questions only a person can answer, as they are put. The answer that settles the question stands first. */
import { type AnswerFields, answerFields } from '#lib/review/answer-fields.ts';
import { asksOfSeveral } from '#lib/safety/asks-of-several.ts';
import type { MonitoringRecord, SoldOpioid } from '#lib/safety/country-facts.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { AskedQuestion } from '../shapes.ts';
import { monitoringRecordName, otherOpioids } from './country.ts';
import { screenDate } from './dates.ts';
import { findingWords } from './finding.ts';
import { leftoversAsked } from './findings/other-sources.ts';
import { severalInShort } from './findings/unidentified.ts';
import { concernsPharmacy } from './note-reader.ts';
import { reasonWords } from './reasons.ts';

const plain = { day: null, stops: false } as const;

function monitoring(fields: AnswerFields, record: MonitoringRecord): AskedQuestion {
  return {
    field: fields.monitoring,
    legend: monitoringRecordName(record),
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

function interview(fields: AnswerFields, overTheCounter: readonly SoldOpioid[]): AskedQuestion {
  return {
    field: fields.interview,
    legend: `Patient asked about ${otherOpioids(overTheCounter)} opioids, and kratom`,
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

interface QuestionWords {
  readonly legend: string;
  readonly ownWords: string;
  readonly lastTaken: string;
}

const QUESTION_WORDS = {
  why: {
    legend: 'Your reason',
    ownWords: 'In your own words',
    lastTaken: 'Last taken on, if known',
  },
  when: {
    legend: 'What is known of the last dose',
    ownWords: 'What else is known of the last dose',
    lastTaken: 'Last taken on, if known',
  },
  what: {
    legend: 'What is it?',
    ownWords: 'Name of the medicine',
    lastTaken: 'If it is an opioid: last taken on',
  },
  'whether-any': {
    legend: 'Is any of these an opioid?',
    ownWords: 'Which one is, or may be',
    lastTaken: 'If one is: last taken on',
  },
  operation: {
    legend: 'Naltrexone and the operation',
    ownWords: 'In your own words',
    lastTaken: '',
  },
} as const satisfies Record<string, QuestionWords>;

/** What a question asks for, told by the answers it offers. */
function asksFor({ reasons, question }: Finding): keyof typeof QUESTION_WORDS {
  if (asksOfSeveral({ reasons })) return 'whether-any';
  if (reasons.some(({ needs }) => needs === 'name')) return 'what';
  if (question?.kind === 'operation') return 'operation';
  return question?.kind === 'last-dose' ? 'when' : 'why';
}

/** What LDN is for stands on the order as its reason. */
const REASONS_OF_THE_ORDER: ReadonlySet<Finding['code']> = new Set(['no-indication', 'problems-not-read']);

function whoReads({ rule, code }: Finding): string {
  return concernsPharmacy(rule) || REASONS_OF_THE_ORDER.has(code)
    ? 'the pharmacist reads this'
    : 'for the chart, not sent to the pharmacy';
}

/** The labels say what is asked, and who reads what is typed. */
export function questionWords(finding: Finding): QuestionWords {
  const { ownWords, ...words } = QUESTION_WORDS[asksFor(finding)];
  return { ...words, ownWords: `${ownWords} (${whoReads(finding)})` };
}

function reasons(finding: Finding): AskedQuestion {
  const last = finding.reasons.map(({ id }) => ({ ...plain, value: id, label: reasonWords[id] }));
  return {
    field: answerFields(finding).choice,
    legend: questionWords(finding).legend,
    choices: [...last, { ...plain, value: 'other', label: 'Other, in your own words' }],
  };
}

/** The radio groups of one finding. A finding that asks nothing has none. */
export function askedQuestions(finding: Finding): readonly AskedQuestion[] {
  const { question } = finding;
  const fields = answerFields(finding);
  if (finding.severity !== 'confirm') return [];
  if (question?.kind === 'monitoring-and-interview') {
    const { monitoringRecord, overTheCounter, asksPregnancy } = question;
    return [
      ...(monitoringRecord === null ? [] : [monitoring(fields, monitoringRecord)]),
      interview(fields, overTheCounter),
      ...(asksPregnancy ? [pregnancy(fields)] : []),
    ];
  }
  return [reasons(finding)];
}

/** What is said before the choices that neither they nor a list beside them say; null where that is nothing. */
export function beforeChoices(finding: Finding): string | null {
  switch (finding.code) {
    case 'other-opioid-sources':
      return leftoversAsked(finding.facts.leftovers, screenDate);
    case 'more-possible-opioids':
    case 'unknown-medicines':
      return severalInShort(finding.code, finding.facts.names);
    default:
      return findingWords(finding);
  }
}
