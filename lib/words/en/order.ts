/** An order in English. @see OrderWords */
import type { OrderWords } from '#lib/order/draft/order-words.ts';
import type { RecordedAnswer, ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import { answerWords } from './answer.ts';
import { screenDate } from './dates.ts';
import { capsulesText, LIQUID_CONCENTRATION, milligrams, millilitres } from './dose.ts';
import { findingWords } from './finding.ts';
import { VERDICT_HEADINGS } from './judgement.ts';
import {
  DO_NOT_SWALLOW,
  firstDoseText,
  holdText,
  INCREASE_ONLY_IF_TOLERATED,
  liquidPreparation,
  orderText,
  pharmacistNote,
  stepText,
  wholeTaper,
} from './sig.ts';

/** LDN practice: held at least 72 hours before anaesthesia, the anaesthetist deciding (preoperative naltrexone guidance). */
const SURGERY =
  'Surgery or anaesthesia ahead: start after it, or hold low-dose naltrexone for at least 72 hours before and tell the anaesthetist.';

export const ORDER_WORDS = {
  stepText,
  wholeTaper,
  liquidPreparation,
  orderText,
  pharmacistNote,
  capsuleName: (strength) => `naltrexone hydrochloride ${milligrams(strength)} capsule (compounded)`,
  requesterToBeSet: 'prescriber, to be set in the EHR',
  notes,
  assessment: {
    type: 'Low-dose naltrexone: assessment before a draft order',
    description: 'What was checked before a low-dose naltrexone draft order was written',
    title: 'Low-dose naltrexone assessment',
    tables: (tablesOf) => `opioid tables of ${tablesOf}`,
    madeWith: (appVersion, tables) => `LDN Titration ${appVersion}, ${tables}.`,
  },
  said: {
    last: INCREASE_ONLY_IF_TOLERATED,
    liquidWarning: DO_NOT_SWALLOW,
    place: (sequence, steps) => `Step ${sequence} of ${steps},`,
    dose: (dose) => `naltrexone ${milligrams(dose)} `,
    capsules: (dose, capsules) => `naltrexone ${milligrams(dose)} (${capsulesText(capsules)})`,
    volume: (dose, tenthsOfMl) =>
      `${milligrams(dose)} = ${millilitres(tenthsOfMl)} of the ${LIQUID_CONCENTRATION} liquid`,
    inAll: (dose) => ` ${milligrams(dose)} in all,`,
    nights: (nights) => ` for ${nights} night`,
    firstNight: firstDoseText,
  },
} satisfies OrderWords;

/** In the order a pharmacist reads them. */
function notes({ plan, judgement, answers }: ReviewedPlan): readonly string[] {
  const { opioid, asOf, findings, unseen } = judgement;
  const known = findings
    .filter(({ severity }) => severity === 'informs')
    .map((finding) => findingWords(finding));
  return [
    wholeTaper(plan),
    pharmacistNote(plan),
    `Checked on ${screenDate(asOf)}, opioids: ${VERDICT_HEADINGS[opioid.verdict]}.`,
    unseen.length > 0 ? `Not seen by this check: ${unseen.join('; ')}.` : '',
    known.length > 0 ? `Also checked: ${known.join(' ')}` : '',
    findings.some(({ rule }) => rule === 'R19') ? SURGERY : '',
    holdText(plan.holds ?? []),
    ...answers.map(statement),
    'Written as a draft by the LDN Titration app; not signed. Review before signing.',
  ].filter((note) => note !== '');
}

function statement({ question, answer, statedOn }: RecordedAnswer): string {
  const { lastDose } = answer;
  const dose = lastDose === undefined ? '' : ` Last opioid dose stated as ${screenDate(lastDose)}.`;
  return `Prescriber's statement of ${screenDate(statedOn)}. ${findingWords(question)} Answer: ${answerWords(answer)}.${dose}`;
}
