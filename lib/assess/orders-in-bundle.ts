/** The orders of this app as they stand in a Bundle file: what the screens read from the EHR by address. */
import type { Chart } from '#lib/chart/chart.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { identifierOf } from '#lib/order/verify/draft-fields.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';

/** By our identifier, and only what was read into this patient's chart. A Medication that stands beside an order in the Bundle is read as if contained, as the screens do. */
export function ordersInBundle(bundle: unknown, { medications: rows }: Chart): readonly StoredDraft[] {
  const inChart = new Set(rows.map(({ source }) => source));
  const entries = isObject(bundle) && Array.isArray(bundle.entry) ? bundle.entry : [];
  const resources = entries.flatMap((entry): { fullUrl: string; resource: JsonObject }[] =>
    isObject(entry) && isObject(entry.resource)
      ? [{ fullUrl: String(entry.fullUrl ?? ''), resource: entry.resource }]
      : [],
  );
  const medications = resources.filter(({ resource }) => resource.resourceType === 'Medication');
  return resources.flatMap(({ resource }): StoredDraft[] => {
    if (resource.resourceType !== 'MedicationRequest') return [];
    const fields = new Fields(resource, []);
    if (identifierOf(fields) === null) return [];
    const id = fields.text('id');
    const location = id === null ? null : `MedicationRequest/${id}`;
    if (location !== null && !inChart.has(location)) return [];
    const reference = fields.object('medicationReference')?.text('reference') ?? '#';
    const apart = medications.find(
      ({ fullUrl, resource: one }) => fullUrl === reference || `Medication/${String(one.id)}` === reference,
    );
    return [
      {
        location,
        resource: apart === undefined ? resource : { ...resource, contained: [apart.resource] },
        why: null,
        isGone: false,
      },
    ];
  });
}
