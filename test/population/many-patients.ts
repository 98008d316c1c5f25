/** As many made-up patients as asked for: the stories, the charts of any size and, where they are to be had, generator charts, each with ids of its own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { manyOrders } from '../patients/many-orders.ts';
import { stories } from '../patients/stories.ts';

/** Beside the checkout; absent in most places. */
const GENERATED = '../shared/patients';
const FILES = ['Lonnie_Von.json', 'Stephen_McLaughlin.json', 'Suzi_Bechtelar.json'];

export interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly [member: string]: unknown;
}

export interface BundleOf {
  readonly resourceType: 'Bundle';
  readonly type: string;
  readonly entry: readonly { readonly fullUrl?: string; readonly resource: Resource }[];
}

/** Of no patient: not renamed, as many charts refer to them. */
const SHARED = new Set([
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
  'Location',
  'Substance',
]);

let models: readonly BundleOf[] | undefined;

function modelCharts(): readonly BundleOf[] {
  models ??= [
    ...stories.map(({ bundle }) => bundle as unknown as BundleOf),
    manyOrders(12) as unknown as BundleOf,
    ...FILES.flatMap((file) => {
      try {
        return [JSON.parse(readFileSync(path.join(GENERATED, file), 'utf8')) as BundleOf];
      } catch {
        return [];
      }
    }),
  ].map(withoutRemarks);
  return models;
}

/** What a server remarked is no row of an export. */
function withoutRemarks({ entry }: BundleOf): BundleOf {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entry
      .filter(({ resource }) => resource.resourceType !== 'OperationOutcome')
      .map(({ fullUrl, resource }) => ({ fullUrl, resource })),
  };
}

/** The chart number `index`: the same for the same number. */
export function patientNumber(index: number): BundleOf {
  const all = modelCharts();
  const model = all[index % all.length] as BundleOf;
  const mark = `n${index}`;
  const ids = new Map(
    model.entry
      .filter(({ resource }) => !SHARED.has(resource.resourceType))
      .map(({ resource: { id } }) => [id, `${mark}-${id}`.slice(0, 64)]),
  );
  const text = JSON.stringify(model).replace(
    /"(id|reference|fullUrl)":"((?:[A-Za-z]+\/|urn:uuid:)?)([A-Za-z0-9.-]{1,64})"/g,
    (all, member, before, id) => (ids.has(id) ? `"${member}":"${before}${ids.get(id)}"` : all),
  );
  return JSON.parse(text);
}

/** Each resource once, a line each; the order is that of the patients. */
export function exportRows(bundles: readonly BundleOf[]): readonly Resource[] {
  const shared = new Map<string, Resource>();
  const rows: Resource[] = [];
  for (const { entry } of bundles) {
    for (const { resource } of entry) {
      if (SHARED.has(resource.resourceType)) shared.set(`${resource.resourceType}/${resource.id}`, resource);
      else rows.push(resource);
    }
  }
  return [...shared.values(), ...rows];
}
