/** Answers of the EHR -> what stands, with a look into the chart where an answer does not tell. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { type DraftSearch, findDrafts } from './find-drafts.ts';
import type { Sent } from './send-draft.ts';
import { needsLook, type Settled, settled } from './settle-outcome.ts';

interface LookSetting {
  readonly launch: { readonly patientId: string };
  readonly pause: (ms: number) => Promise<void>;
}

/** A search index may lag behind the write. */
const LOOK_AGAIN_AFTER_MS = [0, 1_000, 3_000];

/** One result a request, in their order. */
export async function settle(
  requests: readonly DraftRequest[],
  sent: readonly Sent[],
  server: FhirServer,
  setting: LookSetting,
): Promise<readonly Settled[]> {
  const search = sent.some(needsLook) ? await lookAfter(requests, server, setting) : null;
  const found = search?.kind === 'looked' ? search.found : [];
  return sent.map((answer, index) => {
    const value = requests[index]?.identifier[0].value;
    return settled(
      answer,
      found.find((draft) => draft.value === value),
      search?.kind === 'looked',
    );
  });
}

/** Looks until all are found: the search may lag behind the write. */
async function lookAfter(
  requests: readonly DraftRequest[],
  server: FhirServer,
  { launch, pause }: LookSetting,
): Promise<DraftSearch> {
  const values = requests.map(({ identifier: [{ value }] }) => value);
  let search: DraftSearch = { kind: 'looked', found: [] };
  for (const wait of LOOK_AGAIN_AFTER_MS) {
    if (wait > 0) await pause(wait);
    search = await findDrafts(server, launch.patientId, values);
    if (search.kind === 'looked' && search.found.length >= values.length) break;
  }
  return search;
}
