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
    hint: 'signs of hepatitis, thoughts of suicide, allergy, withdrawal',
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
  effects: 'Effects of the drug',
  missed: 'Nights missed in a row, up to today',
  change: 'Change since the first night',
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
  'not-0-to-10': 'Write a number from 0 to 10.',
  'peg-in-part': 'Answer all three questions of PEG, or none.',
  'two-measures': 'Answer PEG or the pain score: two measures are never compared.',
  'not-answered': 'Choose one: without it nothing is drafted.',
  'no-nights': 'Write a whole number of nights.',
  'no-dose': 'Write milligrams like 1.5, with a point.',
  'above-ceiling': 'No low dose is above 4.5 mg.',
  'no-date': 'Write a date that exists.',
  'after-today': 'This day is ahead: nothing was taken yet.',
  'no-reason': 'Say why: it is recorded with the order.',
};

export const FOLLOW_UP_VISIT = {
  howIsIt: (dose: Micrograms | null) =>
    dose === null
      ? 'On low-dose naltrexone: how is it going?'
      : `On ${milligrams(dose)} a night: how is it going?`,
  notAnswered: 'Answer the effects, and what else is asked: what to do follows from it.',
  answersTitle: 'How it goes',
  peg: {
    legend: 'PEG, past week: 0 none, 10 as bad as can be',
    before: 'PEG before the first night',
  },
  painLegend: '0 no pain, 10 as bad as can be',
  painBefore: 'Pain before the first night: 0 no pain, 10 as bad as can be',
  scoreOfChart: 'The score of the last two weeks stands in the chart and is not asked again.',
  fields: FIELDS,
  effects: EFFECTS,
  changes: CHANGES,
  notSaid: 'Not said',
  milligrams: 'mg',
  missedHint: (nights: number) =>
    nights === 0 ? 'Left empty: none.' : `Left empty: ${nights}, for which nothing was ordered.`,
  more: 'What the order does not know',
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
  whatFollows: 'What follows',
  drafts: DRAFTS,
  changed:
    'Your answers gave something else than that page showed. Nothing was drafted: look at it, then go on.',
  faults: FAULTS,
  notYet: 'Not yet',
  basis: (basis: string) => `From: ${basis}.`,
  opioids: (verdict: string) => `Check of today, opioids: ${verdict}.`,
  treatment: {
    title: 'Low-dose naltrexone so far',
    order: 'Order',
    noEnd: ', no end ordered',
    origins: ORIGINS,
  },
  links: {
    safety: 'The whole check of today',
    order: 'The order as the EHR holds it',
    visit: 'Follow-up visit',
  },
  notAsSent:
    'The EHR holds something else than was sent from here. See the order before anything follows it.',
} as const;
