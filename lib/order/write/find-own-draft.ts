/** After a draft was taken: whether the search shows it. Until that is known of an EHR, a refusal there proves nothing. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { valuesOf } from './draft-journal.ts';
import { findDrafts } from './find-drafts.ts';
import { LOOK_AGAIN_AFTER_MS, type LookSetting } from './write-results.ts';

/**
 * Looks for as long as a write looks after its answer: an index that lags longer shows a draft too late to be relied upon. A draft that stands
 * and is not shown, by its identifier, is missed whatever was known before.
 */
export async function learnFromDraft(
  order: DraftOrder,
  server: FhirServer,
  { launch, search, pause }: LookSetting,
): Promise<void> {
  for (const wait of LOOK_AGAIN_AFTER_MS) {
    if (wait > 0) await pause(wait);
    const look = await findDrafts(server, launch.patientId, valuesOf(order));
    if (look.kind !== 'looked') return;
    if (look.found.some(({ status }) => status === 'draft')) return search.tell('shown');
    // What is shown as signed meanwhile says nothing of drafts.
    if (look.found.length > 0) return;
  }
  await search.tell('missed');
}
