/** Every resource of a Bundle file as it stands there, those of Bundles within it too. */
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

export interface ResourceInBundle {
  readonly fullUrl: string;
  readonly resource: JsonObject;
}

/** Deeper ones are told as not read where the chart is read. */
const DEEPEST = 8;

export function resourcesInBundle(bundle: unknown, depth = 0): readonly ResourceInBundle[] {
  const entries = isObject(bundle) && Array.isArray(bundle.entry) ? bundle.entry : [];
  return entries.flatMap((entry): readonly ResourceInBundle[] => {
    if (!isObject(entry) || !isObject(entry.resource)) return [];
    const { resource } = entry;
    if (resource.resourceType === 'Bundle')
      return depth < DEEPEST ? resourcesInBundle(resource, depth + 1) : [];
    return [{ fullUrl: String(entry.fullUrl ?? ''), resource }];
  });
}
