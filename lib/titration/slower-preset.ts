/** What a titration that was too fast can be planned anew with. */
import { doseLevels } from './dose-levels.ts';
import { PRESETS, type PresetId } from './propose-regimen.ts';
import type { Micrograms, Preparation } from './regimen.ts';

/** POLICY: the gentle schedule of the clinical content, in the preparation the patient knows. */
const GENTLE: Readonly<Record<Preparation, PresetId>> = { capsules: 'gentle', liquid: 'liquid-gentle' };

interface Step {
  readonly dose: Micrograms;
  readonly nights: number;
}

/** The preset that gives less on some night than these steps, and on none more; null where there is none. */
export function slowerPreset(steps: readonly Step[], preparation: Preparation): PresetId | null {
  const id = GENTLE[preparation];
  const before = steps.flatMap(everyNight);
  const gentle = doseLevels(PRESETS[id]).flatMap(everyNight).slice(0, before.length);
  const differences = gentle.map((dose, night) => dose - (before[night] ?? dose));
  const isSlower = differences.some((more) => more < 0) && differences.every((more) => more <= 0);
  return isSlower ? id : null;
}

function everyNight({ dose, nights }: Step): Micrograms[] {
  return Array<Micrograms>(nights).fill(dose);
}
