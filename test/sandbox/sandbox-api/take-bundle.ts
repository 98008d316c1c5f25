/** Takes a whole patient in from a FHIR R4 Bundle: a transaction, a batch or a collection. */
import { isResourceType } from '@medplum/core';
import type { Bundle, BundleEntry, Patient, Resource } from '@medplum/fhirtypes';
import type { IndexedRepository } from '../fhir/indexed-repository.ts';
import { withReferences } from '../fhir/write-rules.ts';
import { RequestRefused } from '../http.ts';

const BUNDLE_TYPES = ['transaction', 'batch', 'collection'];

/**
 * Stores every resource of the Bundle and returns the patient's logical id. Ids stay where they are free, else they are made
 * new; references by fullUrl (`urn:uuid:...`) and by `Type/id` follow. Practitioners and the like that are here already are
 * left as they are.
 * @throws RequestRefused 400 naming what is wrong; then nothing was stored.
 */
export async function takeBundle(input: unknown, repository: IndexedRepository): Promise<string> {
  const bundle = asBundle(input);
  const rows = (bundle.entry ?? []).map((entry: Partial<BundleEntry> | null, index) => ({
    fullUrl: entry?.fullUrl,
    resource: asResource(entry?.resource, index),
  }));
  const stored = rows.filter(({ resource }) => resource.resourceType !== 'OperationOutcome');
  const patients = stored.filter(({ resource }) => resource.resourceType === 'Patient');
  if (patients.length === 0)
    throw new RequestRefused(400, 'The Bundle holds no Patient. A chart needs exactly one.');
  if (patients.length > 1) {
    throw new RequestRefused(
      400,
      `The Bundle holds ${patients.length} Patients. Give each patient a Bundle of their own.`,
    );
  }

  const places = new Map<string, string>();
  const renamed = stored.map(({ fullUrl, resource }) => {
    const type = resource.resourceType;
    const shared = sharedAlready(resource, repository);
    const free =
      resource.id !== undefined &&
      /^[A-Za-z0-9.-]{1,64}$/.test(resource.id) &&
      !repository.peek(type, resource.id);
    const id = (free || shared) && resource.id !== undefined ? resource.id : repository.generateId();
    if (fullUrl) places.set(fullUrl, `${type}/${id}`);
    if (resource.id) places.set(`${type}/${resource.id}`, `${type}/${id}`);
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

function asBundle(input: unknown): Bundle {
  const bundle = input as Partial<Bundle> | null;
  if (bundle === null || typeof bundle !== 'object' || bundle.resourceType !== 'Bundle') {
    throw new RequestRefused(400, 'This is not a FHIR Bundle: its resourceType is not "Bundle".');
  }
  if (!BUNDLE_TYPES.includes(String(bundle.type))) {
    throw new RequestRefused(
      400,
      `The Bundle's type is "${bundle.type}"; it must be ${BUNDLE_TYPES.join(', ')}.`,
    );
  }
  if (bundle.entry !== undefined && !Array.isArray(bundle.entry)) {
    throw new RequestRefused(400, 'Bundle.entry is not a list.');
  }
  return bundle as Bundle;
}

function asResource(resource: unknown, index: number): Resource {
  const type = (resource as Partial<Patient> | null | undefined)?.resourceType;
  if (typeof type !== 'string' || !isResourceType(type)) {
    throw new RequestRefused(
      400,
      `Bundle.entry[${index}] holds no FHIR R4 resource (resourceType ${JSON.stringify(type)}).`,
    );
  }
  const { id } = resource as Resource;
  if (id !== undefined && typeof id !== 'string') {
    throw new RequestRefused(400, `Bundle.entry[${index}]: the id is not text.`);
  }
  return resource as Resource;
}
