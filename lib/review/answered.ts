/** What the reasons that were chosen do to the plan, beside the dates of opioids. */
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { Reason, ReasonDoes } from '#lib/safety/reasons.ts';
import type { Hold } from '#lib/titration/titration-plan.ts';
import { answerTo, chosenReason } from './answer-to.ts';
import type { Answers } from './reviewed-plan.ts';

/** The findings whose chosen reason does this. */
function answeredWith(
  does: NonNullable<ReasonDoes>,
  { findings }: Pick<Judgement, 'findings'>,
  answers: Answers,
): readonly Finding[] {
  const chosen = (finding: Finding): Reason | null =>
    chosenReason(finding, answerTo(finding, findings, answers));
  return findings.filter((finding) => chosen(finding)?.does === does);
}

/** One hold a day of an operation, soonest first. */
export function holdsPromised(judgement: Judgement, answers: Answers): readonly Hold[] {
  const holds = answeredWith('addsHoldDate', judgement, answers).flatMap(({ question }): Hold[] =>
    question?.kind === 'operation' && question.day !== null && question.holdFrom !== null
      ? [{ from: question.holdFrom, operation: question.day }]
      : [],
  );
  return [...new Map(holds.map((hold) => [`${hold.from} ${hold.operation}`, hold])).values()].sort(
    (one, other) => (one.from < other.from ? -1 : 1),
  );
}

/** Whether the answers ask for a plan slower than the standard. */
export function asksSlowerPlan(judgement: Judgement, answers: Answers): boolean {
  return answeredWith('setsPlan', judgement, answers).length > 0;
}
