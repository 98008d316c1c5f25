/** After a draft was taken: whether the search shows it. Until that is known of an EHR, a refusal there proves nothing. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftOrder } from '#lib/order/draft/draft-order.ts';
import { valuesOf } from './draft-journal.ts';
import { findDrafts } from './find-drafts.ts';
import type { SearchOfDrafts } from './search-of-drafts.ts';

/** Looks once, soon after the write: an index that lags longer than a write waits for it shows a draft too late to be relied upon. */
export async function learnFromDraft(
  order: DraftOrder,
  server: FhirServer,
  { launch, search }: { readonly launch: { readonly patientId: string }; readonly search: SearchOfDrafts },
): Promise<void> {
  if (await search.isKnownToShow()) return;
  const look = await findDrafts(server, launch.patientId, valuesOf(order));
  if (look.kind !== 'looked') return;
  const isShown = look.found.some(({ status }) => status === 'draft');
  if (isShown) await search.tell('shown');
  else if (look.found.length === 0) await search.tell('missed');
}
