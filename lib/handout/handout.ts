/** What stands on the patient's own sheet, as values: the plan by its nights, and what the patient must know, by the constants of the rules. */
import { LONGEST_MISSED_NIGHTS } from '#lib/follow-up/decision-table.ts';
import { countryFacts, DEFAULT_JURISDICTION, type SoldOpioid } from '#lib/safety/country-facts.ts';
import { WASHOUT_DAYS_IMMEDIATE, WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import { HOLD_HOURS, HOLD_NIGHTS } from '#lib/safety/rules/check-surgery.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import { BATCH_NIGHTS } from '#lib/titration/regimen-limits.ts';
import type { Hold, Phase, SupplyLine, TitrationPlan } from '#lib/titration/titration-plan.ts';

/** Nights counted from the patient's own first night, which is 1. */
export interface Nights {
  readonly first: number;
  readonly last: number;
}

export interface HandoutStep extends Nights {
  readonly phase: Phase;
}

/** One bottle of the liquid that is made at home. */
interface HandoutBottle extends Nights {
  readonly from: CalendarDate;
}

export interface Handout {
  /** No night before this one. */
  readonly notBefore: CalendarDate;
  /** The prescriber fixed the first night: dates are printed. Else the patient writes them in, once there is something to take. */
  readonly isFixed: boolean;
  /** It goes on from an order that the patient still has something of. */
  readonly followsAnother: boolean;
  readonly steps: readonly HandoutStep[];
  /** Nights on a dose before the next one; null where there is no next one. */
  readonly nightsOnEach: number | null;
  /** The dose that the plan ends with and nobody goes above. */
  readonly highest: Micrograms;
  readonly supply: readonly SupplyLine[];
  /** Null for capsules. */
  readonly bottles: readonly HandoutBottle[] | null;
  /** Nights after which a bottle is thrown away. */
  readonly bottleNights: number;
  /** Whole days without any opioid before a first night; those of long-acting ones. */
  readonly opioidFree: { readonly days: number; readonly daysOfLongActing: number };
  readonly hold: { readonly hours: number; readonly nights: number; readonly known: readonly Hold[] };
  /** After more missed nights than these nobody starts again alone. */
  readonly longestMissed: number;
  readonly soldOpioids: readonly SoldOpioid[];
  readonly emergencyNumber: string;
}

export function handout(
  { regimen, phases, supply, batches, holds = [], continues }: TitrationPlan,
  jurisdiction: Jurisdiction = DEFAULT_JURISDICTION,
): Handout {
  const { overTheCounter, emergencyNumber } = countryFacts(jurisdiction);
  return {
    notBefore: regimen.startDate,
    isFixed: regimen.isFirstNightFixed === true,
    followsAnother: continues !== undefined && continues.follows.length > 0,
    steps: inNights(phases).map(({ of, ...nights }) => ({ ...nights, phase: of })),
    nightsOnEach: phases.length > 1 ? (phases[0]?.nights ?? null) : null,
    highest: phases.at(-1)?.dose ?? regimen.ceiling,
    supply,
    bottles:
      regimen.preparation === 'capsules'
        ? null
        : inNights(batches).map(({ of, ...nights }) => ({ ...nights, from: of.from })),
    bottleNights: BATCH_NIGHTS,
    opioidFree: { days: WASHOUT_DAYS_IMMEDIATE, daysOfLongActing: WASHOUT_DAYS_LONG },
    hold: { hours: HOLD_HOURS, nights: HOLD_NIGHTS, known: holds },
    longestMissed: LONGEST_MISSED_NIGHTS,
    soldOpioids: overTheCounter,
    emergencyNumber,
  };
}

function inNights<Part extends { readonly nights: number }>(
  parts: readonly Part[],
): readonly (Nights & { readonly of: Part })[] {
  let last = 0;
  return parts.map((of) => {
    const first = last + 1;
    last += of.nights;
    return { first, last, of };
  });
}
