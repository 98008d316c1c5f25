/** The screen of a follow-up visit: what is asked, what may be pressed, what is wrong with what was typed. */
import type { Change, Effects } from '#lib/follow-up/follow-up-answers.ts';
import type { FollowUpFault, FollowUpField } from '#lib/follow-up/follow-up-form.ts';
import type { DraftKind } from '#lib/follow-up/response.ts';
import type { Origin } from '#lib/follow-up/treatment.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { milligrams } from './dose.ts';

const EFFECTS: Readonly<Record<Effects, { readonly label: string; readonly hint: string }>> = {
  none: { label: 'None', hint: '' },
  mild: { label: 'Mild', hint: 'bearable, or passing' },
  troublesome: { label: 'Troublesome', hint: 'bad dreams, poor sleep, headache, nausea that do not pass' },
  alarming: {
    label: 'Alarming',
    hint: 'signs of hepatitis, suicidal thoughts, allergy, withdrawal',
  },
};

const CHANGES: Readonly<Record<Change, string>> = {
  'much-improved': 'Much improved',
  improved: 'Improved',
  same: 'The same',
  worse: 'Worse',
};

const DRAFTS: Readonly<Record<DraftKind, string>> = {
  maintenance: 'Review the maintenance order',
  stay: 'Review the order until the next review',
  restart: 'Review the new titration',
  step: 'Review the next part of the titration',
};

const FIELDS: Readonly<Record<FollowUpField, string>> = {
  'peg-pain': 'Pain, on average, in the past week',
  'peg-enjoyment': 'Pain interfered with enjoyment of life',
  'peg-activity': 'Pain interfered with general activity',
  'pain-now': 'Pain now',
  'before-pain': 'Before: pain',
  'before-enjoyment': 'Before: enjoyment of life',
  'before-activity': 'Before: general activity',
  'pain-before': 'Pain before the first night',
  effects: 'Side effects',
  missed: 'Nights missed in a row, up to today',
  change: 'Overall change since the first night',
  dose: 'Dose taken now',
  nights: 'Nights at this dose',
  'first-night': 'First night',
  preparation: 'Supplied as',
  outcome: 'Do this instead',
  reason: 'Why',
};

const ORIGINS: Readonly<Record<Origin, string>> = {
  own: 'this app',
  elsewhere: 'somebody else',
  stated: 'as you said',
};

const FAULTS: Readonly<Record<FollowUpFault, string>> = {
  'not-0-to-10': 'Enter a number from 0 to 10.',
  'peg-in-part': 'Answer all three questions of PEG, or none.',
  'two-measures': 'Answer PEG or the pain score, not both: they cannot be compared with each other.',
  'not-answered': 'Choose one: without it nothing is drafted.',
  'no-nights': 'Enter a whole number of nights.',
  'no-dose': 'Enter milligrams with a point, such as 1.5.',
  'above-ceiling': 'No low dose is above 4.5 mg.',
  'no-date': 'Enter a valid date.',
  'after-today': 'This date is in the future.',
  'no-reason': 'Write why: it is recorded with the order.',
};

export const FOLLOW_UP_VISIT = {
  howIsIt: (dose: Micrograms | null) =>
    dose === null
      ? 'On low-dose naltrexone: how is it going?'
      : `On ${milligrams(dose)} a night: how is it going?`,
  notAnswered: 'Answer what is asked below; then this page says what to do.',
  answersTitle: 'Ask the patient',
  peg: {
    legend: 'PEG, past week: 0 none, 10 worst',
    before: 'PEG before the first night',
  },
  painLegend: '0 no pain, 10 worst pain',
  painBefore: 'Pain before the first night: 0 no pain, 10 worst pain',
  scoreOfChart: 'The chart has a score from the last two weeks, so it is not asked again.',
  fields: FIELDS,
  effects: EFFECTS,
  changes: CHANGES,
  notSaid: 'Not asked',
  milligrams: 'mg',
  missedHint: (nights: number) =>
    nights === 0 ? 'Left empty: none.' : `Left empty: ${nights}, for which nothing was ordered.`,
  more: 'If anything differs from the order',
  supply: {
    same: 'As before',
    capsules: 'Capsules of 1.5 mg or 0.5 mg',
    oneCapsule: 'One capsule a night',
    liquid: 'Liquid, made at home from 50 mg tablets',
  },
  instead: {
    title: 'Do something else',
    meaning: 'It is recorded as your choice, with your reason. What blocks has no way round.',
    none: 'As proposed',
  },
  whatFollows: 'Show what to do',
  drafts: DRAFTS,
  changed:
    'Your answers now lead to a different result from the one that page showed. Nothing was drafted: look at the result here, then continue.',
  faults: FAULTS,
  notYet: 'Not yet',
  basis: (basis: string) => `Based on: ${basis}.`,
  opioids: (verdict: string) => `Today's check for opioids: ${verdict}.`,
  treatment: {
    title: 'Low-dose naltrexone so far',
    order: 'Order',
    noEnd: ', no end ordered',
    origins: ORIGINS,
  },
  links: {
    safety: "Today's full check",
    order: 'The order in the EHR',
    visit: 'Follow-up visit',
  },
  notAsSent: 'The order in the EHR is not what was sent from here. Look at it before anything follows it.',
} as const;
