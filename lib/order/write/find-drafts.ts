/** Looks into the EHR for drafts of ours: by identifier in its search, and by address for those the journal knows. */
import { isRedacted, isSubset } from '#lib/chart/read/row-guards.ts';
import { type FhirServer, resourceOf } from '#lib/fhir/fhir-server.ts';
import { Fields, type JsonObject } from '#lib/fhir/fields.ts';
import { namesPatient } from '#lib/fhir/names-patient.ts';
import { outcomeIssues, saysWithheld } from '#lib/fhir/outcome.ts';
import { nextPageSize } from '#lib/fhir/page-size.ts';
import { type PageLost, type PagesRead, readPages, resourcesIn } from '#lib/fhir/paging.ts';
import { ownToken, ownValuesOf } from '#lib/order/draft/own-identifier.ts';
import type { DraftInEhr } from './write-outcome.ts';

export interface FoundDraft extends DraftInEhr {
  /** Our identifier value. */
  readonly value: string;
}

type DraftSearch =
  | {
      readonly kind: 'looked';
      readonly found: readonly FoundDraft[];
      /** By the answer's own word or count rows are missing, or a draft of ours is shown that cannot be told apart: what is not among them may stand. */
      readonly mayHide: boolean;
    }
  /** The page that was lost, and the HTTP status in its place where there was one. */
  | { readonly kind: 'could-not-look'; readonly page: number; readonly status: number | null };

/**
 * Drafts of this patient that carry one of these identifiers, whatever their status. A server that refuses the search by identifier is
 * asked for all of the patient's requests instead. Only a search read to its end says that there is none.
 * @see FHIR R4 search, token parameters
 */
export async function findDrafts(
  server: FhirServer,
  patientId: string,
  values: readonly string[],
): Promise<DraftSearch> {
  const ofPatient = `MedicationRequest?patient=${encodeURIComponent(patientId)}`;
  const tokens = values.map(ownToken).join(',');
  const count = `_count=${nextPageSize()}`;
  const { pages, lost } = await readFirstTaken(server, [
    `${ofPatient}&identifier=${tokens}&${count}`,
    `${ofPatient}&${count}`,
    ofPatient,
  ]);
  if (lost !== null) return { kind: 'could-not-look', page: lost.page, status: statusOf(lost) };

  const resources = resourcesIn(pages);
  const issues = resources.flatMap(({ json }) => outcomeIssues(json));
  if (issues.some((issue) => issue.severity === 'error' || issue.severity === 'fatal')) {
    return { kind: 'could-not-look', page: pages.length, status: null };
  }
  const requests = resources.filter((one) => one.text('resourceType') === 'MedicationRequest');
  const found = requests.flatMap((request) => ours(request, patientId, values));
  const named = new Set(found.map(({ location }) => location));
  const mayHide =
    issues.some(saysWithheld) ||
    pages.some((page) => isRedacted(page) || isSubset(page) || countsMore(page, resources.length)) ||
    requests.some(
      (one) => namedIn(one, values).length > 0 && !named.has(`MedicationRequest/${one.text('id')}`),
    );
  return { kind: 'looked', found, mayHide };
}

/** The next way to ask only where the server does not take the one before. */
async function readFirstTaken(
  server: FhirServer,
  [address = '', ...others]: readonly string[],
): Promise<PagesRead> {
  const read = await readPages(server, address);
  const status = statusOf(read.lost);
  return others.length > 0 && (status === 400 || status === 422) ? readFirstTaken(server, others) : read;
}

/** @see FHIR R4 Bundle.total */
function countsMore({ total }: JsonObject, came: number): boolean {
  return typeof total === 'number' && total > came;
}

/** The draft at an address that an answer named, where it carries one of these identifiers and is of this patient. */
export async function findDraftAt(
  server: FhirServer,
  location: string,
  patientId: string,
  values: readonly string[],
): Promise<readonly FoundDraft[]> {
  const resource = resourceOf(await server.get(location));
  return resource === null ? [] : ours(new Fields(resource, []), patientId, values);
}

/**
 * What stands at an address we were once given. Deleted (410) is `gone`; what cannot be read counts as standing. 404 is `not-there`: gone, or
 * hidden from apps.
 */
export async function draftAt(
  server: FhirServer,
  location: string,
): Promise<DraftInEhr | 'gone' | 'not-there'> {
  const answer = await server.get(location);
  if (answer.kind === 'answer' && answer.status === 410) return 'gone';
  if (answer.kind === 'answer' && answer.status === 404) return 'not-there';
  const resource = resourceOf(answer);
  return { location, status: resource && new Fields(resource, []).text('status') };
}

function statusOf(lost: PageLost | null): number | null {
  return lost === null || typeof lost.why === 'string' ? null : lost.why.status;
}

function ours(request: Fields, patientId: string, values: readonly string[]): FoundDraft[] {
  const id = request.text('id');
  if (request.text('resourceType') !== 'MedicationRequest' || id === null) return [];
  const subject = request.object('subject')?.text('reference') ?? '';
  if (!namesPatient(subject, patientId)) return [];
  return namedIn(request, values).map((value) => ({
    value,
    location: `MedicationRequest/${id}`,
    status: request.text('status'),
  }));
}

function namedIn(request: Fields, values: readonly string[]): string[] {
  return ownValuesOf(request).filter((value) => values.includes(value));
}
