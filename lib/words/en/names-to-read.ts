/** The medicines of a question that covers many, each name once, as a list to read through. */

import type { Finding } from '#lib/safety/finding.ts';
import { inShort } from '#lib/safety/in-short.ts';
import type { OpioidEvidence } from '#lib/safety/opioid-evidence.ts';
import type { NameToRead } from '../shapes.ts';
import { becauseWords } from './recognised-by.ts';
import { medicationName } from './rows.ts';

export function namesToRead(
  { sources }: Finding,
  evidence: readonly OpioidEvidence[],
): readonly NameToRead[] {
  const asked = new Set(sources);
  const names = new Map<string, OpioidEvidence[]>();
  for (const row of evidence) {
    if (!asked.has(row.source)) continue;
    const name = medicationName(row.text).trim().toLowerCase();
    const same = names.get(name);
    if (same === undefined) names.set(name, [row]);
    else same.push(row);
  }
  return [...names].map(([name, rows]) => {
    const doubts = (rows[0]?.because ?? []).map(becauseWords);
    const isAll = doubts.every((doubt) => doubt.toLowerCase() === name);
    return {
      words: inShort(medicationName(rows[0]?.text ?? null)),
      doubts: isAll ? '' : doubts.join('; '),
      rows: rows.length,
    };
  });
}
