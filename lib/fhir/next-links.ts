/** Where a Bundle says that more of it is to be had. */
import { isObject, type JsonObject } from './fields.ts';

/**
 * Addresses of the `next` links, all of them; whatever stands in place of an address is a page that was not read. A link that is
 * null, or has none or an empty address, leads nowhere: the last page.
 */
export function nextLinks(bundle: JsonObject): unknown[] {
  const links = [bundle.link ?? []].flat();
  return links
    .filter((link) => link !== null && isNext(link))
    .map((link) => (isObject(link) ? (link.url ?? '') : link))
    .filter((url) => url !== '');
}

/** What is no link at all may be anything. */
function isNext(link: unknown): boolean {
  if (!isObject(link)) return true;
  return typeof link.relation === 'string' && link.relation.trim().toLowerCase() === 'next';
}
