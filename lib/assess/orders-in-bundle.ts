/** The orders of this app as they stand in a Bundle file: what the screens read from the EHR by address. */
import type { Chart } from '#lib/chart/chart.ts';
import { isReadAsOwn } from '#lib/chart/own-draft.ts';
import { Fields } from '#lib/fhir/fields.ts';
import type { StoredDraft } from '#lib/order/verify/read-back.ts';
import { identifierOf } from '#lib/order/verify/stored-request.ts';
import type { ResourceInBundle } from './resources-in-bundle.ts';

/** By our identifier or an extension of ours, and only what was read into this patient's chart. A Medication that stands beside an order in the Bundle is read as if contained, as the screens do. */
export function ordersInBundle(
  resources: readonly ResourceInBundle[],
  { medications: rows }: Chart,
): readonly StoredDraft[] {
  const own = new Set(rows.filter(isReadAsOwn).map(({ source }) => source));
  const medications = resources.filter(({ resource }) => resource.resourceType === 'Medication');
  return resources.flatMap(({ resource }): StoredDraft[] => {
    if (resource.resourceType !== 'MedicationRequest') return [];
    const fields = new Fields(resource, []);
    const id = fields.text('id');
    const location = id === null ? null : `MedicationRequest/${id}`;
    if (location === null ? identifierOf(fields) === null : !own.has(location)) return [];
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
