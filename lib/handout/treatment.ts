/** What is known of the treatment when a paper about it is written: taken now, or ordered. */
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';
import type { Phase } from '#lib/titration/titration-plan.ts';

export interface TreatmentOnPaper {
  /** Null before the first night, or where nobody knows. */
  readonly taken: { readonly dose: Micrograms; readonly begins: CalendarDate | null } | null;
  /** What the order that stands gives, step by step; empty where it is no order of this app. */
  readonly steps: readonly Pick<Phase, 'dose' | 'nights' | 'from'>[];
}

/** Taken now, else the highest of the order: what an anaesthetist has to reckon with. */
export function doseOf({ taken, steps }: TreatmentOnPaper): Micrograms | null {
  const ordered = steps.map(({ dose }) => dose);
  return taken?.dose ?? (ordered.length === 0 ? null : Math.max(...ordered));
}
