/** Answers of the EHR -> what stands, with a look into the chart where an answer does not tell. */
import type { FhirServer } from '#lib/fhir/fhir-server.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { type FoundDraft, findDraftAt, findDrafts } from './find-drafts.ts';
import { needsLook, type RequestResult, resultOf } from './request-result.ts';
import type { SearchOfDrafts } from './search-of-drafts.ts';
import type { Sent } from './send-draft.ts';
import type { LookClass } from './what-stands.ts';

export interface LookSetting {
  readonly launch: { readonly patientId: string };
  readonly search: SearchOfDrafts;
  readonly pause: (ms: number) => Promise<void>;
}

/** A search index may lag behind the write. */
export const LOOK_AGAIN_AFTER_MS = [0, 1_000, 3_000];

interface Looked {
  readonly found: readonly FoundDraft[];
  readonly otherwise: Exclude<LookClass, 'found'>;
}

/** One result a request, in their order. */
export async function resultsOf(
  requests: readonly DraftRequest[],
  sent: readonly Sent[],
  server: FhirServer,
  setting: LookSetting,
): Promise<readonly RequestResult[]> {
  if (!sent.some(needsLook)) return sent.map((answer) => resultOf(answer, undefined, 'failed'));
  const { found, otherwise } = await lookAfter(requests, sent, server, setting);
  return sent.map((answer, index) => {
    const value = requests[index]?.identifier[0].value;
    return resultOf(
      answer,
      found.find((draft) => draft.value === value),
      otherwise,
    );
  });
}

/** Looks until all are found: by identifier in the search, and at every address that an answer named. */
async function lookAfter(
  requests: readonly DraftRequest[],
  sent: readonly Sent[],
  server: FhirServer,
  { launch, search, pause }: LookSetting,
): Promise<Looked> {
  const values = requests.map(({ identifier: [{ value }] }) => value);
  const addresses = sent.flatMap(({ location }) => location ?? []);
  const at = await Promise.all(
    addresses.map((address) => findDraftAt(server, address, launch.patientId, values)),
  );
  const known = at.flat();
  let found: readonly FoundDraft[] = known;
  let hasLooked = false;
  let mayHide = false;
  for (const wait of LOOK_AGAIN_AFTER_MS) {
    if (wait > 0) await pause(wait);
    const look = await findDrafts(server, launch.patientId, values);
    hasLooked = look.kind === 'looked';
    if (look.kind === 'looked') {
      mayHide = look.mayHide;
      found = [...known, ...look.found];
      if (look.found.some(({ status }) => status === 'draft')) await search.tell('shown');
    }
    if (values.every((value) => found.some((draft) => draft.value === value))) break;
  }
  if (!hasLooked) return { found, otherwise: 'failed' };
  return { found, otherwise: !mayHide && (await search.isKnownToShow()) ? 'absent' : 'perhaps-hidden' };
}
