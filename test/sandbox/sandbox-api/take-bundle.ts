/** Stores charts in the pretend EHR. What they may be given as: read-upload.ts. */
import type { Resource } from '@medplum/fhirtypes';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { withReferences } from '../fhir/write-rules.ts';
import { distinct, type GivenChart, readGivenBundle } from './read-upload.ts';

/**
 * Stores a patient from a Bundle and returns the logical id.
 * @throws RequestRefused 400 naming what is wrong; then nothing was stored.
 */
export function takeBundle(input: unknown, repository: IndexedRepository): Promise<string> {
  return takeChart(readGivenBundle(input), repository);
}

/**
 * Stores every row of the chart and returns the patient's logical id. Ids stay where they are free, else they are made new;
 * references by fullUrl (`urn:uuid:...`) and by `Type/id` follow. Practitioners and the like that are here already are left as
 * they are.
 */
export async function takeChart({ rows }: GivenChart, repository: IndexedRepository): Promise<string> {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  const renamed = distinct(rows).map(({ fullUrl, resource }) => {
    const type = resource.resourceType;
    const shared = sharedAlready(resource, repository);
    const free =
      resource.id !== undefined &&
      /^[A-Za-z0-9.-]{1,64}$/.test(resource.id) &&
      !taken.has(`${type}/${resource.id}`) &&
      !repository.peek(type, resource.id);
    const id = (free || shared) && resource.id !== undefined ? resource.id : repository.generateId();
    taken.add(`${type}/${id}`);
    if (fullUrl) places.set(fullUrl, `${type}/${id}`);
    if (resource.id && !places.has(`${type}/${resource.id}`))
      places.set(`${type}/${resource.id}`, `${type}/${id}`);
    return { resource, id, shared };
  });

  await repository.withSeeding(async () => {
    for (const { resource, id, shared } of renamed) {
      if (shared) continue;
      const pointing = withReferences(resource, (reference) => places.get(reference) ?? reference);
      await repository.createResource({ ...pointing, id } as Resource);
    }
  });
  const [patient] = renamed.filter(({ resource }) => resource.resourceType === 'Patient');
  return patient?.id ?? '';
}

/** A row of no patient that this EHR has, the same in every word: the one prescriber of all stories. */
function sharedAlready(resource: Resource, repository: IndexedRepository): boolean {
  if (repository.patientOf(resource) !== null || resource.id === undefined) return false;
  const here = repository.peek(resource.resourceType, resource.id);
  if (here === undefined) return false;
  const { meta: _meta, ...stored } = here;
  const { meta: _other, ...offered } = resource;
  return JSON.stringify(sortedKeys(stored)) === JSON.stringify(sortedKeys(offered));
}

const sortedKeys = (resource: object) =>
  Object.fromEntries(Object.entries(resource).sort(([a], [b]) => (a < b ? -1 : 1)));
