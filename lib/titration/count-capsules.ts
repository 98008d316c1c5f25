/** Which capsules make up one dose. */
import type { Micrograms } from './regimen.ts';
import { MOST_CAPSULES_A_NIGHT } from './regimen-limits.ts';
import type { CapsuleCount } from './titration-plan.ts';

/**
 * The fewest capsules of the given strengths that make exactly this dose; of equally few, those of the fewest strengths, then
 * the stronger ones. Largest strength first. Null when no five capsules make it.
 */
export function countCapsules(
  dose: Micrograms,
  strengths: readonly Micrograms[],
): readonly CapsuleCount[] | null {
  const strongestFirst = [...new Set(strengths)].sort((a, b) => b - a);
  return fewest(dose, strongestFirst, MOST_CAPSULES_A_NIGHT);
}

function fewest(
  dose: Micrograms,
  strengths: readonly Micrograms[],
  most: number,
): readonly CapsuleCount[] | null {
  if (dose === 0) return [];
  const [strength, ...weaker] = strengths;
  if (strength === undefined || dose > most * strength) return null;
  let best: readonly CapsuleCount[] | null = null;
  for (let count = Math.min(most, Math.floor(dose / strength)); count >= 0; count -= 1) {
    const rest = fewest(dose - count * strength, weaker, most - count);
    if (rest === null) continue;
    const found = count === 0 ? rest : [{ strength, count }, ...rest];
    if (best === null || isBetter(found, best)) best = found;
  }
  return best;
}

function isBetter(a: readonly CapsuleCount[], b: readonly CapsuleCount[]): boolean {
  const capsules = (counts: readonly CapsuleCount[]) => counts.reduce((sum, { count }) => sum + count, 0);
  return capsules(a) < capsules(b) || (capsules(a) === capsules(b) && a.length < b.length);
}
