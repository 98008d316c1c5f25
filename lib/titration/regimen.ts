/** The regimen a prescriber may edit. Doses are whole micrograms, times whole days: no float ever holds a dose. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';

/** Whole micrograms of naltrexone hydrochloride. 1.5 mg = 1500. */
export type Micrograms = number;

export type Preparation = 'capsules' | 'liquid';

/** Asked of the compounding pharmacy where the patient is sensitive to the usual filler (fibromyalgia pain notes, "Low Dose Naltrexone": sucrose or ginger instead of cellulose). */
export type Filler = 'sucrose' | 'ginger';

/** What a capsule or tablet may be made with beside the drug, and a patient may not tolerate; `unnamed`: the chart says no more than "filler". */
export type Excipient =
  | 'cellulose'
  | 'lactose'
  | 'dye'
  | 'gelatin'
  | 'starch'
  | 'stearate'
  | 'povidone'
  | 'silica'
  | 'titanium'
  | 'mannitol'
  | 'talc'
  | 'sucrose'
  | 'ginger'
  | 'unnamed';

export interface Regimen {
  readonly start: Micrograms;
  readonly step: Micrograms;
  readonly intervalDays: number;
  readonly ceiling: Micrograms;
  readonly days: number;
  readonly preparation: Preparation;
  /** Capsule strengths the pharmacy is to make; empty for the liquid. */
  readonly strengths: readonly Micrograms[];
  readonly startDate: CalendarDate;
  readonly filler: Filler | null;
  /** The first night is an appointment: the handout prints dates. Else `startDate` says no more than "not before". */
  readonly isFirstNightFixed?: boolean;
}
