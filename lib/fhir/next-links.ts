/** Where a Bundle says that more of it is to be had. */
import { isObject, type JsonObject } from './fields.ts';

/** Addresses of the `next` links; whatever stands in place of an address is a page that was not read. */
export function nextLinks(bundle: JsonObject): unknown[] {
  if (bundle.link === undefined) return [];
  if (!Array.isArray(bundle.link)) return [null];
  return bundle.link
    .filter((link) => isObject(link) && link.relation === 'next')
    .map((link) => link.url ?? null);
}
