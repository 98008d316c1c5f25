/** The notes of a draft: what was checked, what the prescriber stated, what the pharmacy must know. */

import type { RecordedAnswer, ReviewedPlan } from '#lib/review/reviewed-plan.ts';
import { answerWords } from '#lib/words/en/answer.ts';
import { screenDate } from '#lib/words/en/dates.ts';
import { findingWords } from '#lib/words/en/finding.ts';
import { VERDICT_HEADINGS } from '#lib/words/en/judgement.ts';
import { holdText, pharmacistNote, wholeTaper } from '#lib/words/en/sig.ts';
import { plainLine } from './plain-line.ts';

/** LDN practice: held at least 72 hours before anaesthesia, the anaesthetist deciding (preoperative naltrexone guidance). */
const SURGERY =
  'Surgery or anaesthesia ahead: start after it, or hold low-dose naltrexone for at least 72 hours before and tell the anaesthetist.';

/** One line a note, in the order a pharmacist reads them. */
export function draftNotes({ plan, judgement, answers }: ReviewedPlan): readonly string[] {
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
  ]
    .map(plainLine)
    .filter((note) => note !== '');
}

function statement({ question, answer, statedOn }: RecordedAnswer): string {
  const { lastDose } = answer;
  const dose = lastDose === undefined ? '' : ` Last opioid dose stated as ${screenDate(lastDose)}.`;
  return `Prescriber's statement of ${screenDate(statedOn)}. ${findingWords(question)} Answer: ${answerWords(answer)}.${dose}`;
}
