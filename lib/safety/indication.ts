import type { Source } from '#lib/chart/chart.ts';

/** For what LDN is given, of what the chart may name. The app knows evidence for the first few alone. */
export type IndicationKind =
  | 'fibromyalgia'
  | 'chronic-pain'
  | 'neuropathic-pain'
  | 'complex-regional-pain'
  | 'diabetic-neuropathy'
  | 'multiple-sclerosis'
  | 'crohns-disease'
  | 'ulcerative-colitis'
  | 'chronic-fatigue'
  | 'long-covid';

/** The chart's own reason for LDN. */
export interface Indication {
  readonly source: Source;
  readonly text: string;
  readonly coding: { readonly system: string; readonly code: string; readonly display: string | null } | null;
  readonly kind: IndicationKind;
}
