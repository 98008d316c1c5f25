/**
 * Short marks of what a person was shown: an answer counts only for the very question it was given to, a form only for the judgement, the
 * plan and the way of writing it was shown with, a file only for the order beside it. Equal content gives equal marks; they are no secret
 * and guard nothing else.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '#lib/safety/finding.ts';
import type { Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

export function questionMark({ rule, code, facts, sources, reasons }: Finding): string {
  return markOf({ rule, code, facts, sources, reasons });
}

/**
 * Whatever a prescriber weighs on Review: the day, the verdict, its evidence, every finding, the indication, the gaps, the plan, and whether
 * pressing the button writes.
 *
 * @param rung of the write ladder
 */
export function reviewMark(
  { asOf, patient, opioid, findings, indication, unseen }: Judgement,
  plan: TitrationPlan | null,
  rung: string,
): string {
  const shown = findings.map(({ key, severity, code, facts, sources }) => ({
    key,
    severity,
    code,
    facts,
    sources,
  }));
  return markOf({ asOf, patient, opioid, shown, indication, unseen, plan, rung });
}

/** The first 64 bits of a SHA-256 digest: enough that no two things shown to one person are taken for one another. */
export function markOf(content: object): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
}
