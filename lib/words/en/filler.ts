/** What the pharmacy is asked to fill capsules with, and to leave out. */
import type { Excipient } from '#lib/titration/regimen.ts';
import type { TitrationPlan } from '#lib/titration/titration-plan.ts';
import { inWords } from './dose.ts';

const EXCIPIENT_NAMES: Readonly<Record<Excipient, string>> = {
  cellulose: 'cellulose',
  lactose: 'lactose',
  dye: 'dyes',
  gelatin: 'gelatin',
  starch: 'starch',
  stearate: 'stearates',
  povidone: 'povidone',
  silica: 'silica',
  titanium: 'titanium dioxide',
  mannitol: 'mannitol',
  talc: 'talc',
  sucrose: 'sucrose',
  ginger: 'ginger',
  unnamed: 'the filler named in the allergies',
};

/** "ginger filler, no lactose (not tolerated)"; empty where nothing but the usual is asked. */
export function fillerAsked({ regimen: { filler }, avoid = [] }: TitrationPlan): string {
  return [
    ...(filler === null ? [] : [`${filler} filler`]),
    ...(avoid.length === 0
      ? []
      : [
          `no ${inWords(
            avoid.map((name) => EXCIPIENT_NAMES[name]),
            'or',
          )} (not tolerated)`,
        ]),
  ].join(', ');
}
