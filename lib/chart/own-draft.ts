import type { ChartIdentifier, MedicationRow, RequestRow } from './chart.ts';

/** The identifier system under which this app's own drafts are found again in a chart. @see FHIR R4 MedicationRequest.identifier */
export const OWN_DRAFT_SYSTEM = 'urn:oid:2.25.313327316489640021861164276129370215426';

/** What stands under our own system, whatever other identifiers stand beside it. */
export function ownValues(identifiers: readonly ChartIdentifier[]): string[] {
  return identifiers.flatMap(({ system, value }) => (system === OWN_DRAFT_SYSTEM ? (value ?? []) : []));
}

/** An extension that this app alone writes into an order: every one of them is named below its identifier system. */
export function isOwnExtension(url: string | null): boolean {
  return url?.startsWith(`${OWN_DRAFT_SYSTEM}.`) === true;
}

/** An order that this app wrote, whatever became of it. */
export function isOwnOrder(row: MedicationRow): row is RequestRow {
  return row.kind === 'request' && row.identifiers.some(({ system }) => system === OWN_DRAFT_SYSTEM);
}

/**
 * The same, and one that lost our identifier and kept an extension of ours: how it was ordered is read as we wrote it. It may be a copy, so
 * nothing that lets another order pass beside it may ask this.
 */
export function isReadAsOwn(row: MedicationRow): row is RequestRow {
  return row.kind === 'request' && (row.hasOwnExtension || isOwnOrder(row));
}
