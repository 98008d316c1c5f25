/** Which rows of the evidence are drawn and tabled: thousands that nobody knows must not hide an opioid, nor take a minute to show. */

import { asksOfSeveral } from '#lib/safety/asks-of-several.ts';
import type { Judgement } from '#lib/safety/judgement.ts';

/** More rows than this are no table that anybody reads. */
const MOST_ROWS = 60;

interface EvidenceShown {
  /** The judgement with the rows to draw: every opioid, every suspicion, and as many of the others as there is room for. */
  readonly drawn: Judgement;
  /** How many rows are not drawn; all of them are named under the question that asks about them. */
  readonly left: number;
}

export function evidenceShown(judgement: Judgement): EvidenceShown {
  const { opioid, findings } = judgement;
  const askedTogether = new Set(findings.filter(asksOfSeveral).flatMap(({ sources }) => sources));
  const alone = opioid.evidence.filter(({ source }) => !askedTogether.has(source));
  const together = opioid.evidence.filter(({ source }) => askedTogether.has(source));
  const rows = [...alone, ...together.slice(0, Math.max(MOST_ROWS - alone.length, 0))];
  return {
    drawn: { ...judgement, opioid: { ...opioid, evidence: rows } },
    left: opioid.evidence.length - rows.length,
  };
}
