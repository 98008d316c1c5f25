/** What a prescriber reviewed here for this patient, as an order that is being made is compared with it. */
import type { RequestRow } from '#lib/chart/chart.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';

export interface ReviewedOrder {
  /** Each as it was sent or offered, and as a row of a chart. */
  readonly requests: readonly { readonly sent: DraftRequest; readonly row: RequestRow }[];
  /** "MedicationRequest/1" of what was written; of each request, where it is known. */
  readonly locations: readonly string[];
  readonly firstDose: Micrograms;
  /** The day it was written or offered; null where nobody remembers it. */
  readonly on: CalendarDate | null;
}
