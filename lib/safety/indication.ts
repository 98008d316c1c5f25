import type { Source } from '#lib/chart/chart.ts';

/** The chart's own reason for LDN. */
export interface Indication {
  readonly source: Source;
  readonly text: string;
  readonly coding: { readonly system: string; readonly code: string; readonly display: string | null } | null;
  readonly isFibromyalgia: boolean;
}
