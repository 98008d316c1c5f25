/** For the patient's other doctors: what was started, why, and what they had better not prescribe beside it. */
import { countryFacts, DEFAULT_JURISDICTION, type SoldOpioid } from '#lib/safety/country-facts.ts';
import { WASHOUT_DAYS_IMMEDIATE, WASHOUT_DAYS_LONG } from '#lib/safety/exposure/washout.ts';
import type { Indication } from '#lib/safety/indication.ts';
import { HOLD_HOURS } from '#lib/safety/rules/check-surgery.ts';
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { TreatmentOnPaper } from './treatment.ts';

export interface Letter extends TreatmentOnPaper {
  /** The chart's own; null where it names none. */
  readonly indication: Indication | null;
  /** Hangs on it: what a use is called that the medicine was not approved for. */
  readonly jurisdiction: Jurisdiction;
  readonly hours: number;
  readonly opioidFree: { readonly days: number; readonly daysOfLongActing: number };
  readonly soldOpioids: readonly SoldOpioid[];
}

export function letter(
  treatment: TreatmentOnPaper,
  indication: Indication | null,
  jurisdiction: Jurisdiction = DEFAULT_JURISDICTION,
): Letter {
  return {
    ...treatment,
    indication,
    jurisdiction,
    hours: HOLD_HOURS,
    opioidFree: { days: WASHOUT_DAYS_IMMEDIATE, daysOfLongActing: WASHOUT_DAYS_LONG },
    soldOpioids: countryFacts(jurisdiction).overTheCounter,
  };
}
