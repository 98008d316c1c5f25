/** Looks into the EHR for drafts of ours: by identifier in its search, and by address for those the journal knows. */
import { OWN_DRAFT_SYSTEM } from '../chart/own-draft.ts';
import type { FhirServer } from '../fhir/fhir-server.ts';
import { Fields, isObject } from '../fhir/fields.ts';
import { outcomeIssues } from '../fhir/outcome.ts';
import type { StandingDraft } from './write-outcome.ts';

/** A server that knows no search by identifier may answer with all orders of the patient: looked through to the end, within reason. */
const MOST_PAGES = 50;

export interface FoundDraft extends StandingDraft {
  /** Our identifier value. */
  readonly value: string;
}

export type DraftSearch =
  | { readonly kind: 'looked'; readonly found: readonly FoundDraft[] }
  | { readonly kind: 'could-not-look'; readonly why: string };

/**
 * Drafts of this patient that carry one of these identifiers, whatever their status. A server that refuses the search by identifier is asked
 * for all of the patient's requests instead. Only a search read to its end says that there is none.
 * @see FHIR R4 search, token parameters
 */
export async function findDrafts(
  server: FhirServer,
  patientId: string,
  values: readonly string[],
): Promise<DraftSearch> {
  const patient = `MedicationRequest?patient=${encodeURIComponent(patientId)}`;
  const tokens = values.map((value) => encodeURIComponent(`${OWN_DRAFT_SYSTEM}|${value}`)).join(',');
  const pages = await readPages(server, `${patient}&identifier=${tokens}`);
  const read = 'status' in pages && pages.status === 400 ? await readPages(server, patient) : pages;
  if ('why' in read) return { kind: 'could-not-look', why: read.why };
  const found = read.resources.flatMap((request) => ours(request, patientId, values));
  return { kind: 'looked', found };
}

/** What stands at an address we were once given. Gone (404, 410) is null; what cannot be read counts as standing. */
export async function standingAt(server: FhirServer, location: string): Promise<StandingDraft | null> {
  const answer = await server.get(location);
  if (answer.kind === 'answer' && (answer.status === 404 || answer.status === 410)) return null;
  const resource = answer.kind === 'answer' && answer.status === 200 ? answer.body : null;
  return { location, status: isObject(resource) ? new Fields(resource, []).text('status') : null };
}

type Pages =
  | { readonly resources: readonly Fields[] }
  | { readonly why: string; readonly status: number | null };

async function readPages(server: FhirServer, first: string): Promise<Pages> {
  const resources: Fields[] = [];
  let address: string | null = first;
  for (let page = 1; address !== null; page += 1) {
    if (page > MOST_PAGES) return { why: `the search has more than ${MOST_PAGES} pages`, status: null };
    const answer = await server.get(address);
    if (answer.kind === 'silence')
      return { why: `the search got no answer (${answer.why})`, status: answer.status };
    if (answer.status !== 200 || !isObject(answer.body) || answer.body.resourceType !== 'Bundle') {
      return { why: `the search was answered with HTTP ${answer.status}`, status: answer.status };
    }
    const bundle = new Fields(answer.body, []);
    const entries = bundle.objects('entry').flatMap((entry) => entry.object('resource') ?? []);
    if (
      entries
        .flatMap(({ json }) => outcomeIssues(json))
        .some(({ severity }) => severity === 'error' || severity === 'fatal')
    ) {
      return { why: 'the search was answered with an error', status: null };
    }
    resources.push(...entries);
    address =
      bundle
        .objects('link')
        .find((link) => link.text('relation') === 'next')
        ?.text('url') ?? null;
  }
  return { resources };
}

function ours(request: Fields, patientId: string, values: readonly string[]): FoundDraft[] {
  const id = request.text('id');
  if (request.text('resourceType') !== 'MedicationRequest' || id === null) return [];
  const subject = request.object('subject')?.text('reference') ?? '';
  if (subject !== `Patient/${patientId}` && !subject.endsWith(`/Patient/${patientId}`)) return [];
  return request
    .objects('identifier')
    .filter((identifier) => identifier.text('system') === OWN_DRAFT_SYSTEM)
    .flatMap((identifier) => identifier.text('value') ?? [])
    .filter((value) => values.includes(value))
    .map((value) => ({ value, location: `MedicationRequest/${id}`, status: request.text('status') }));
}
