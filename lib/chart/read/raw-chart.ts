/** What both readers, of a live server and of a Bundle file, hand to shapeChart: FHIR JSON sorted by part, nothing reshaped. */

import type { Source } from '#lib/chart/chart.ts';
import type { Asked, ChartPart, LedgerEntry, LedgerProblem } from '#lib/chart/ledger.ts';
import type { JsonObject } from '#lib/fhir/fields.ts';
import { FURTHER_PARTS } from '#lib/settings/site.ts';

export interface RawResource {
  readonly json: JsonObject;
  /** "MedicationRequest", known to be text. */
  readonly type: string;
  readonly source: Source;
  /** Bundle.entry.fullUrl */
  readonly fullUrl: string | null;
}

/**
 * Names the row "Type/id". A Bundle entry without id goes by the last part of its fullUrl, and one without either by its place
 * in the Bundle.
 */
export function rawResource(
  json: JsonObject,
  type: string,
  fullUrl: string | null,
  place: number,
): RawResource {
  const { id } = json;
  const named = typeof id === 'string' && id !== '' ? id : fullUrl?.split(/[:/]/).at(-1);
  return { json, type, source: `${type}/${named || `#${place}`}`, fullUrl };
}

export interface RawPart {
  readonly part: ChartPart;
  readonly asked: readonly Asked[];
  readonly state: LedgerEntry['state'];
  readonly gap: LedgerEntry['gap'];
  readonly pages: number;
  readonly rows: readonly RawResource[];
  readonly problems: readonly LedgerProblem[];
}

export interface RawChart {
  /** FHIR base URL of the live server; null for a file. */
  readonly base: string | null;
  /** Further addresses under which the same server's rows may name each other. */
  readonly otherBases: readonly string[];
  /** Null when it could not be read. */
  readonly patient: RawResource | null;
  /** The patient asked for. */
  readonly patientId: string;
  /** One for each part, Patient excepted when it is only asked for by id. */
  readonly parts: readonly RawPart[];
  /** Medications, Substances, Practitioners and whatever else rows may refer to. */
  readonly others: readonly RawResource[];
  readonly problems: readonly LedgerProblem[];
}

export const CHART_PARTS = [
  'Patient',
  'MedicationRequest',
  ...FURTHER_PARTS,
] as const satisfies readonly ChartPart[];

/** What is read of an EHR: the parts of a chart, and the medicines that rows refer to. */
export const READ_TYPES = [...CHART_PARTS, 'Medication'] as const;

const PARTS: ReadonlySet<string> = new Set(CHART_PARTS);

export function isChartPart(type: string): type is ChartPart {
  return PARTS.has(type);
}
