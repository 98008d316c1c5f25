import type { MedicationRow, RequestRow } from './chart.ts';

/** The identifier system under which this app's own drafts are found again in a chart. @see FHIR R4 MedicationRequest.identifier */
export const OWN_DRAFT_SYSTEM = 'urn:oid:2.25.313327316489640021861164276129370215426';

/** An order that this app wrote, whatever became of it. */
export function isOwnOrder(row: MedicationRow): row is RequestRow {
  return row.kind === 'request' && row.identifiers.some(({ system }) => system === OWN_DRAFT_SYSTEM);
}
