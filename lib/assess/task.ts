/** What every chart of a run is asked. */
import type { Jurisdiction } from '#lib/settings/site.ts';
import type { AssessOptions } from './asked.ts';

/** Values alone: it can be written down and read again elsewhere. */
export interface AssessTask
  extends Omit<AssessOptions, 'draftIdentifier' | 'recognise' | 'absentTables' | 'ownOrders'> {
  readonly standingWarnings: readonly string[];
  readonly jurisdiction: Jurisdiction | null;
}

/** With the tables that this installation has for it. */
export type ChartTask = Omit<AssessOptions, 'draftIdentifier' | 'ownOrders'> &
  Pick<AssessTask, 'standingWarnings'>;
