/** What was reviewed here for a patient, out of the journal: what an order in the making is compared with. */

import { rawResource } from '#lib/chart/read/raw-chart.ts';
import { shapeChart } from '#lib/chart/shape/shape-chart.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { DraftRecord, PatientDrafts } from '#lib/order/write/draft-journal.ts';
import type { OfferedOrder } from '#lib/order/write/write-offer.ts';
import type { ReviewedOrder } from '#lib/order-check/reviewed-order.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';

/** What waits to be ordered by whoever reviewed it. */
export function offeredOrder(
  { requests, plan, at }: OfferedOrder,
  patientId: string,
  timeZone: string | null,
): ReviewedOrder {
  return {
    requests: asRows(requests, patientId),
    locations: [],
    firstDose: plan.phases[0]?.dose ?? 0,
    on: clinicDay(at, timeZone),
  };
}

/** The latest first. What was not written is none: an order that says otherwise was made by hand, and may be meant so. */
export function reviewedOrders(
  journal: PatientDrafts | null,
  patientId: string,
  timeZone: string | null,
): readonly ReviewedOrder[] {
  return (journal?.drafts ?? [])
    .filter(({ state }) => state !== 'not-written')
    .toSorted((one, other) => (other.sentAt ?? 0) - (one.sentAt ?? 0))
    .map((record) => reviewedOrder(record, patientId, timeZone));
}

function reviewedOrder(record: DraftRecord, patientId: string, timeZone: string | null): ReviewedOrder {
  const { requests, locations, sentAt } = record;
  return {
    requests: asRows(requests, patientId),
    locations,
    firstDose: firstDoseOf(record),
    on: sentAt === undefined ? null : clinicDay(sentAt, timeZone),
  };
}

function asRows(requests: readonly DraftRequest[], patientId: string): ReviewedOrder['requests'] {
  const rows = requests.map((sent, place) => {
    const json = { ...sent, id: `sent-${place}` };
    return rawResource(json, 'MedicationRequest', null, place + 1);
  });
  const { medications } = shapeChart({
    base: null,
    otherBases: [],
    patient: null,
    patientId,
    parts: [
      { part: 'MedicationRequest', asked: [], state: 'complete', gap: null, pages: 1, rows, problems: [] },
    ],
    others: [],
    problems: [],
  });
  return requests.flatMap((sent, place) => {
    const row = medications.find(({ source }) => source === `MedicationRequest/sent-${place}`);
    return row?.kind === 'request' ? [{ sent, row }] : [];
  });
}

function firstDoseOf({ plan, requests }: Pick<DraftRecord, 'plan' | 'requests'>): number {
  const first = requests[0]?.dosageInstruction[0]?.doseAndRate[0].doseQuantity.value ?? 0;
  return plan?.phases[0]?.dose ?? micrograms(first);
}
