/** A warning about orders that are being made: a code with its facts, whose sentence lib/words makes. */
import type { ChartPart } from '#lib/chart/ledger.ts';
import type { Unread } from '#lib/chart/unread.ts';
import type { CheckedField } from '#lib/order/verify/verify-draft.ts';
import type { Finding } from '#lib/safety/finding.ts';
import type { MedicationFact } from '#lib/safety/row-fact.ts';
import type { IngredientId } from '#lib/terminology/recognition.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';

/** What is being ordered: naltrexone; an opioid or what may be one; a draft of ours, by what was reviewed; nothing. At most one warning each. */
export type Direction = 'naltrexone' | 'opioid' | 'own-draft' | 'titration';

/** Why nobody can say what the chart holds. */
export interface NotReadFact {
  readonly part: ChartPart | null;
  readonly what: Unread;
}

export type WarningWhat =
  /** Naltrexone is ordered. */
  | { readonly code: 'opioid-present'; readonly facts: { readonly medication: MedicationFact } }
  | { readonly code: 'opioid-depot-present'; readonly facts: { readonly medication: MedicationFact } }
  | {
      readonly code: 'opioid-recent';
      readonly facts: {
        readonly medication: MedicationFact;
        readonly lastDay: CalendarDate;
        readonly clearFrom: CalendarDate;
      };
    }
  | { readonly code: 'opioid-ordered-too'; readonly facts: { readonly medication: MedicationFact } }
  /** What is ordered was not sent: it may be naltrexone. */
  | { readonly code: 'opioid-beside-unread-order'; readonly facts: { readonly medication: MedicationFact } }
  | { readonly code: 'chart-not-read'; readonly facts: { readonly missing: readonly NotReadFact[] } }
  | { readonly code: 'opioid-undated'; readonly facts: { readonly medication: MedicationFact } }
  | { readonly code: 'opioid-unnamed'; readonly facts: { readonly medication: MedicationFact } }
  | { readonly code: 'opioid-pending'; readonly facts: { readonly medication: MedicationFact } }
  | {
      readonly code: 'medicines-unknown';
      readonly facts: { readonly medication: MedicationFact; readonly others: number };
    }
  | { readonly code: 'no-medicines-listed'; readonly facts: Readonly<Record<string, never>> }
  /** An opioid is ordered. `ordered` may be one: nobody can name it. */
  | {
      readonly code: 'on-naltrexone';
      readonly facts: {
        readonly naltrexone: MedicationFact;
        /** The most a day, where the chart says so without doubt. */
        readonly milligramsADay: number | null;
        /** Ordered here, for the night. */
        readonly isOurs: boolean;
        readonly ordered: MedicationFact;
        readonly isNamed: boolean;
      };
    }
  | {
      readonly code: 'perhaps-on-naltrexone';
      readonly facts: { readonly naltrexone: MedicationFact; readonly ordered: MedicationFact };
    }
  | {
      readonly code: 'on-naltrexone-depot';
      readonly facts: {
        readonly naltrexone: MedicationFact;
        readonly milligrams: number | null;
        readonly ordered: MedicationFact;
      };
    }
  /** A draft of ours is ordered. */
  | {
      readonly code: 'not-as-reviewed';
      readonly facts: {
        /** What the order says its drug is. */
        readonly ordered: MedicationFact;
        /** The dose in it where it says one, else null. */
        readonly milligrams: number | null;
        readonly reviewedFirstDose: Micrograms;
      };
    }
  | {
      readonly code: 'changed-since-review';
      readonly facts: {
        readonly ordered: MedicationFact;
        readonly reviewedFirstDose: Micrograms;
        readonly fields: readonly CheckedField[];
      };
    }
  | {
      readonly code: 'draft-stale';
      readonly facts: {
        readonly ordered: MedicationFact;
        readonly drafted: CalendarDate;
        /** What came into the chart since; null where only time has passed. */
        readonly added: MedicationFact | null;
        readonly daysOld: number;
      };
    }
  /** What was reviewed here was not at hand. */
  | { readonly code: 'not-compared'; readonly facts: { readonly ordered: MedicationFact } }
  /** What was reviewed here waits to be ordered. */
  | {
      readonly code: 'plan-offered';
      readonly facts: {
        readonly firstDose: Micrograms;
        readonly highestDose: Micrograms;
        readonly on: CalendarDate;
      };
    }
  /** Nothing is ordered: a chart is opened. */
  | {
      readonly code: 'opioid-since-titration';
      readonly facts: { readonly naltrexone: MedicationFact; readonly opioid: MedicationFact };
    }
  | {
      readonly code: 'review-overdue';
      readonly facts: { readonly naltrexone: MedicationFact; readonly due: CalendarDate };
    };

export type WarningCode = WarningWhat['code'];
export type WarningFacts<Code extends WarningCode> = Extract<WarningWhat, { readonly code: Code }>['facts'];

export type OrderWarning = WarningWhat & {
  readonly direction: Direction;
  /** What is in the medicine it is about; none where it is about none. A name cut short must not lose it. */
  readonly ingredients: readonly IngredientId[];
  /** `critical`: signed as it stands it may harm at once. */
  readonly weight: 'critical' | 'warning' | 'info';
  /** The orders it is about, by their place among those being made: "MedicationRequest/d1". */
  readonly orders: readonly string[];
  /** What the chart says to it, worst first. */
  readonly findings: readonly Finding[];
  /** Parts of the chart that were not read, or not whole. */
  readonly notRead: readonly NotReadFact[];
  /** Parts nobody could have answered. */
  readonly unseen: readonly ChartPart[];
};
