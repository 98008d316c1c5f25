/** Slower than what: what a titration that was too fast can be planned anew with, and what an answer promised. */
import { doseLevels } from './dose-levels.ts';
import { PRESETS, type PresetId, type RegimenChoices } from './propose-regimen.ts';
import type { Micrograms, Preparation } from './regimen.ts';

/** POLICY: the gentle schedule of the clinical content, in the preparation the patient knows. */
export const GENTLE_PRESET: Readonly<Record<Preparation, PresetId>> = {
  capsules: 'gentle',
  liquid: 'liquid-gentle',
};

interface Step {
  readonly dose: Micrograms;
  readonly nights: number;
}

/** The preset that gives less on some night than these steps, and on none more; null where there is none. */
export function slowerPreset(steps: readonly Step[], preparation: Preparation): PresetId | null {
  const id = GENTLE_PRESET[preparation];
  return isSlower(doseLevels(PRESETS[id]), steps) ? id : null;
}

/** The gentle schedule, or another that a prescriber made slower than the standard one. */
export function isSlowerThanStandard(regimen: RegimenChoices): boolean {
  return isSlower(doseLevels(regimen), doseLevels(PRESETS.standard));
}

/** Gives less on some night, and on none more, as long as both last. */
function isSlower(one: readonly Step[], other: readonly Step[]): boolean {
  const before = other.flatMap(everyNight);
  const nights = one.flatMap(everyNight).slice(0, before.length);
  const differences = nights.map((dose, night) => dose - (before[night] ?? dose));
  return differences.some((more) => more < 0) && differences.every((more) => more <= 0);
}

function everyNight({ dose, nights }: Step): Micrograms[] {
  return Array<Micrograms>(nights).fill(dose);
}
