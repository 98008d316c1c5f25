/**
 * Opioids that came while low-dose naltrexone was taken and that the judgement asks about, for want of a day or of a supply handed over.
 * Beside a treatment that runs the question is no way on: it holds until the patient was asked.
 * @see rule R27 of the clinical content: no step, hold, contact the patient today
 */
import { answerTo, chosenReason } from '#lib/review/answer-to.ts';
import type { Answers } from '#lib/review/reviewed-plan.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';

export function opioidsSinceStart(
  findings: readonly Finding[],
  answers: Answers,
  begins: CalendarDate,
): readonly Finding[] {
  return findings.filter(
    (finding) => isSince(finding, begins) && !isSaidNotTaken(finding, findings, answers, begins),
  );
}

function isSince(finding: Finding, begins: CalendarDate): boolean {
  if (finding.code === 'opioid-recent-by-order') return finding.facts.lastDay >= begins;
  return (
    finding.code === 'opioids-undated' &&
    finding.facts.opioids.some(
      ({ why, medication: { day } }) =>
        why !== 'cancelled' && day !== null && day >= begins.slice(0, day.length),
    )
  );
}

/** Never, or last before the first night. */
function isSaidNotTaken(
  finding: Finding,
  findings: readonly Finding[],
  answers: Answers,
  begins: CalendarDate,
): boolean {
  const answer = answerTo(finding, findings, answers);
  const chosen = chosenReason(finding, answer);
  if (chosen?.id === 'not-taken') return true;
  return chosen?.needs === 'lastDose' && answer?.lastDose !== undefined && answer.lastDose < begins;
}
