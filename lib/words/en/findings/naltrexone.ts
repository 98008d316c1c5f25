/** R12, R13, R29: the chart's own naltrexone, now, drafted or before. */
import type { EarlierNaltrexoneFinding, EarlierTrial } from '#lib/safety/rules/check-earlier-naltrexone.ts';
import type { NaltrexoneCurrentFinding } from '#lib/safety/rules/check-naltrexone-current.ts';
import type { OwnDraftFinding } from '#lib/safety/rules/check-own-draft.ts';
import type { DayWords } from '../../shapes.ts';
import { drugAndStatus, drugName, NO_STATUS, rowAndDay } from '../rows.ts';
import type { WordsOf } from './words-of.ts';

const naltrexoneCurrent: WordsOf<NaltrexoneCurrentFinding> = {
  'naltrexone-current': ({ medication }, day) =>
    `Already on naltrexone: ${drugAndStatus(medication, day)}. Never two at once: stop it first, or, if it is a low dose, take it over at that dose.`,
  'low-dose-naltrexone-current': ({ medication, milligramsADay }, day) =>
    `Already on low-dose naltrexone, ${milligramsADay} mg a day: ${drugAndStatus(medication, day)}. Take it over at that dose at a follow-up, or stop it first: never two at once.`,
  'naltrexone-perhaps-current': ({ medication }, day) =>
    `Perhaps already on naltrexone: ${drugAndStatus(medication, day)}. Is any taken?`,
};

const ownDraft: WordsOf<OwnDraftFinding> = {
  'naltrexone-order-exists': ({ orders, areDrafts }, day) => {
    const named = orders.map((order) => `${rowAndDay(order, day)} (${order.status ?? NO_STATUS})`);
    return `Naltrexone ${areDrafts ? 'draft' : 'order'} exists: ${named.join('; ')}. Open it; no second draft.`;
  },
  'naltrexone-order-followed': ({ orders }, day) =>
    `On low-dose naltrexone by an order of this app: ${orders.map((order) => rowAndDay(order, day)).join('; ')}.`,
};

const TRIALS_SHOWN = 4;

/** "naltrexone 1.5 mg capsule until 2025-06-10 (4.5 mg a day), stopped for nausea" */
function trialWords(
  { medication, until, milligramsADay, statusReason }: EarlierTrial,
  day: DayWords,
): string {
  const words = until === null ? rowAndDay(medication, day) : `${drugName(medication)} until ${day(until)}`;
  const dose = milligramsADay === null ? '' : ` (${milligramsADay} mg a day)`;
  return `${words}${dose}, ${medication.status}${statusReason === null ? '' : ` for ${statusReason}`}`;
}

const earlierNaltrexone: WordsOf<EarlierNaltrexoneFinding> = {
  'naltrexone-tried-before': ({ trials }, day) => {
    const shown = trials.slice(0, TRIALS_SHOWN).map((trial) => trialWords(trial, day));
    const more = trials.length > TRIALS_SHOWN ? [`and ${trials.length - TRIALS_SHOWN} more`] : [];
    return `Naltrexone tried before: ${[...shown, ...more].join('; ')}. Where it was stopped for its effects, propose the gentle start.`;
  },
};

export const naltrexone = { ...naltrexoneCurrent, ...ownDraft, ...earlierNaltrexone };
