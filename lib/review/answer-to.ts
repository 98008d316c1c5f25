/** Which answer belongs to which question. */
import type { Finding } from '#lib/safety/finding.ts';
import type { Reason } from '#lib/safety/reasons.ts';
import type { Answer, Answers } from './reviewed-plan.ts';

/**
 * The answer by the finding's key. Where a rule asks only one thing its bare id serves too, and where it asks one thing of a row
 * the id with that row: an answer never lands on two questions, nor on another one.
 */
export function answerTo(finding: Finding, findings: readonly Finding[], answers: Answers): Answer | null {
  const key = Object.keys(answers).find(
    (given) => answers[given] !== undefined && isKeyOf(given, finding, findings),
  );
  return key === undefined ? null : (answers[key] ?? null);
}

/** The reason of this finding that was chosen; null where the answer is words. Only a reason does anything. */
export function chosenReason({ reasons }: Finding, answer: Answer | null): Reason | null {
  return reasons.find(({ id }) => id === answer?.reason) ?? null;
}

/** A reason counts with what it needs, the sources once they were asked, words wherever there are any. */
export function settles(finding: Finding, answer: Answer): boolean {
  const chosen = chosenReason(finding, answer);
  if (chosen === null) return answer.asked !== undefined || (answer.words ?? '').trim() !== '';
  return chosen.needs !== 'lastDose' || answer.lastDose !== undefined;
}

export function isKeyOf(key: string, finding: Finding, findings: readonly Finding[]): boolean {
  if (key === finding.key) return true;
  if (findings.some((other) => other.key === key)) return false;
  const asked = findings.filter(({ rule, severity }) => rule === finding.rule && severity === 'confirm');
  if (key === finding.rule) return asked.length === 1 && asked[0] === finding;
  const named = asked.filter(({ sources }) => sources.some((source) => key === `${finding.rule}:${source}`));
  return named.length === 1 && named[0] === finding;
}
