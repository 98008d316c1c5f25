/**
 * Short marks of what a person was shown: an answer counts only for the very question it was given to, a form only for the judgement, the
 * plan and the way of writing it was shown with, a file only for the order beside it. Equal content gives equal marks; they are no secret
 * and guard nothing else.
 */
import type { Finding, Judgement } from '#lib/safety/judgement.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';

export function questionMark({ rule, message, sources, reasons }: Finding): string {
  return markOf({ rule, message, sources, reasons });
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
  const shown = findings.map(({ key, severity, message, sources }) => ({ key, severity, message, sources }));
  return markOf({ asOf, patient, opioid, shown, indication, unseen, plan, rung });
}

/** Two FNV-1a hashes of 32 bits side by side. @see RFC draft-eastlake-fnv */
export function markOf(content: object): string {
  const text = JSON.stringify(content);
  return [0x811c9dc5, 0x01000193].map((seed) => fnv1a(text, seed).toString(16).padStart(8, '0')).join('');
}

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash;
}
