/** An order in English. @see OrderWords */
import type { OrderWords } from '#lib/order/draft/order-words.ts';
import type { RecordedAnswer, ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import type { ReasonId } from '#lib/safety/reasons.ts';
import type { RuleId } from '#lib/safety/rule-id.ts';
import { MOST_CAPSULES_A_NIGHT } from '#lib/titration/regimen-limits.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { answerWords } from './answer.ts';
import { screenDate } from './dates.ts';
import { capsulesText, countInWords, inWords, milligrams, millilitres } from './dose.ts';
import { findingWords } from './finding.ts';
import { VERDICT_HEADINGS } from './judgement.ts';
import { concernsPharmacy } from './note-reader.ts';
import { chosenInstead, OUTCOME_WORDS, reliefText } from './response.ts';
import { liquidPreparation, orderText, pharmacistNote, wholeTaper } from './sig.ts';
import {
  DO_NOT_SWALLOW,
  holdText,
  INCREASE_ONLY_IF_TOLERATED,
  notBefore,
  onDosages,
  STAY_AT_THIS_DOSE,
  stepTexts,
} from './step-texts.ts';

/** LDN practice: held at least 72 hours before anaesthesia, the anaesthetist deciding (preoperative naltrexone guidance). */
const SURGERY =
  'Surgery or anaesthesia ahead: start after it, or hold low-dose naltrexone for at least 72 hours before and tell the anaesthetist.';

/** How many capsules, where the order says their strength once. */
function inFewWords(count: number): readonly string[] {
  const word = countInWords(count);
  return [`(${word})`, `${word} for `, `${word} with `];
}

const COUNTS = Array.from({ length: MOST_CAPSULES_A_NIGHT }, (_, index) => index + 1);

export const ORDER_WORDS = {
  stepTexts: (plan, strength) => onDosages(stepTexts(plan, strength)),
  liquidPreparation,
  orderText,
  pharmacistNote,
  capsuleName: (strength) => `naltrexone hydrochloride ${milligrams(strength)} capsule (compounded)`,
  requesterToBeSet: 'prescriber, to be set in the EHR',
  notes: (reviewed) => notes(reviewed, concernsPharmacy),
  statedReason,
  relief: (relief) => reliefText(relief, screenDate),
  assessment: {
    type: 'Low-dose naltrexone: assessment before a draft order',
    description: 'What was checked before a low-dose naltrexone draft order was written',
    title: 'Low-dose naltrexone assessment',
    notes: (reviewed) => notes(reviewed, () => true),
    tables: (tablesOf) => `opioid tables of ${tablesOf}`,
    madeWith: (appVersion, tables) => `LDN Titration ${appVersion}, ${tables}.`,
  },
  said: {
    ours: [
      INCREASE_ONLY_IF_TOLERATED,
      STAY_AT_THIS_DOSE,
      ' at bedtime for ',
      ' mg = ',
      ...COUNTS.flatMap(inFewWords),
    ],
    last: INCREASE_ONLY_IF_TOLERATED,
    stays: STAY_AT_THIS_DOSE,
    liquidWarning: DO_NOT_SWALLOW,
    dose: (dose, strength) => {
      if (strength === null) return [`${milligrams(dose)} (`, `${milligrams(dose)} = `];
      const count = dose / strength;
      const [inBrackets, ...bare] = inFewWords(count);
      return [
        `${milligrams(dose)} (${capsulesText({ strength, count })})`,
        `${milligrams(dose)} ${inBrackets}`,
        ...bare,
      ];
    },
    volume: (dose, tenthsOfMl) => `${milligrams(dose)} = ${millilitres(tenthsOfMl)} `,
    nights: (nights) => `for ${nights} night`,
    firstNight: notBefore,
  },
} satisfies OrderWords;

/** In the order a pharmacist reads them. */
function notes(
  { plan, judgement, answers }: ReviewedPlan,
  isTold: (rule: RuleId) => boolean,
): readonly string[] {
  const { opioid, asOf, findings, unseen } = judgement;
  const known = findings
    .filter(({ severity, rule }) => severity === 'informs' && isTold(rule))
    .map((finding) => findingWords(finding));
  return [
    wholeTaper(plan),
    pharmacistNote(plan),
    ...continuationNotes(plan),
    `Checked on ${screenDate(asOf)}, opioids: ${VERDICT_HEADINGS[opioid.verdict]}.`,
    unseen.length > 0 ? `Not seen by this check: ${unseen.join('; ')}.` : '',
    known.length > 0 ? `Also checked: ${known.join(' ')}` : '',
    findings.some(({ rule }) => rule === 'R19') ? SURGERY : '',
    holdText(plan.holds ?? []),
    ...answers.filter(({ question }) => isTold(question.rule)).map(statement),
    ...answers.filter(({ question }) => !isTold(question.rule)).map(lastDoseStated),
    'Written as a draft by the LDN Titration app; not signed. Review before signing.',
  ].filter((note) => note !== '');
}

/** The order before it by its address, its last night, and what the dose is based on. */
function continuationNotes({ continues, regimen }: TitrationPlan): readonly string[] {
  if (continues === undefined) return [];
  const { follows, lastNight, relief, chosen } = continues;
  const until = lastNight === null ? '' : `, whose last night is ${screenDate(lastNight)}`;
  const from = `From ${screenDate(regimen.startDate)}`;
  return [
    follows.length === 0 ? '' : `${from}, follows ${inWords(follows)}${until}. Do not take both.`,
    relief === null ? '' : `Response: ${reliefText(relief, screenDate)}.`,
    chosen === undefined ? '' : `${chosenInstead(OUTCOME_WORDS[chosen.insteadOf])} Reason: ${chosen.reason}`,
  ];
}

/** What the pharmacy needs of an answer that is the prescriber's and the patient's. */
function lastDoseStated({ answer: { lastDose }, statedOn }: RecordedAnswer): string {
  return lastDose === undefined
    ? ''
    : `Last opioid dose ${screenDate(lastDose)}, as the prescriber stated on ${screenDate(statedOn)}.`;
}

/** Where the chart names no indication, the answer to what LDN is for. */
function statedReason({ question, answer: { reason, words = '' } }: RecordedAnswer): string | null {
  if (question.code !== 'no-indication' && question.code !== 'problems-not-read') return null;
  const named = reason === undefined ? '' : (STATED_REASONS.get(reason) ?? '');
  const stated = [named, words.trim()].filter((part) => part !== '').join(': ');
  return stated === '' ? null : `${stated} (stated by the prescriber, not on the problem list)`;
}

const STATED_REASONS: ReadonlyMap<ReasonId, string> = new Map([
  ['fibromyalgia-not-listed', 'Fibromyalgia'],
  ['pain-not-listed', 'Chronic or neuropathic pain'],
]);

function statement({ question, answer, statedOn }: RecordedAnswer): string {
  const { lastDose } = answer;
  const dose = lastDose === undefined ? '' : ` Last opioid dose stated as ${screenDate(lastDose)}.`;
  return `Prescriber's statement of ${screenDate(statedOn)}. ${findingWords(question)} Answer: ${answerWords(answer)}.${dose}`;
}
