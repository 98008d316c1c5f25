/** One page of a search: how many rows, which ones, and the links that lead on. */
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';
import type { FaultSwitches } from '../faults.ts';

interface PageRequest {
  readonly count: number;
  readonly offset: number;
  /** 1 for the first. */
  readonly number: number;
}

const DEFAULT_SIZE = 20;
const LARGEST_SIZE = 1000;

/** `_count` and our own `_offset`; null when one of them is no whole number. */
export function pageRequest(
  query: URLSearchParams,
  fixedSize: number | undefined,
  defaultSize = DEFAULT_SIZE,
): PageRequest | null {
  const asked = wholeNumber(query.get('_count') ?? String(defaultSize));
  const offset = wholeNumber(query.get('_offset') ?? '0');
  if (asked === null || offset === null) return null;
  const count = Math.min(fixedSize ?? Math.max(asked, 1), LARGEST_SIZE);
  return { count, offset, number: Math.floor(offset / count) + 1 };
}

/** The searchset with fullUrls and links, each link the same search at another offset. */
export function withLinks(
  bundle: Bundle,
  base: string,
  type: string,
  query: URLSearchParams,
  page: PageRequest,
  { nextLink, pagesAtBase }: Pick<FaultSwitches, 'nextLink' | 'pagesAtBase'>,
): Bundle {
  const total = bundle.total ?? 0;
  const at = (offset: number, origin = base) => {
    const linked = new URLSearchParams(query);
    linked.set('_count', String(page.count));
    linked.set('_offset', String(offset));
    return pagesAtBase ? `${origin}?${pageName(type, linked)}` : `${origin}/${type}?${linked}`;
  };
  const next = page.offset + page.count;
  const nextUrl =
    nextLink === 'loop'
      ? at(page.offset)
      : nextLink === 'foreign'
        ? at(next, 'http://elsewhere.invalid/fhir')
        : at(next);
  return {
    ...bundle,
    link: [
      { relation: 'self', url: at(page.offset) },
      ...(next < total || nextLink === 'loop' ? [{ relation: 'next', url: nextUrl }] : []),
      ...(page.offset > 0 ? [{ relation: 'previous', url: at(Math.max(0, page.offset - page.count)) }] : []),
    ],
    entry: (bundle.entry ?? []).map((entry: BundleEntry) => ({
      ...entry,
      search: entry.search ?? { mode: 'match' },
      ...(entry.resource
        ? { fullUrl: `${base}/${entry.resource.resourceType}/${(entry.resource as Resource).id}` }
        : {}),
    })),
  };
}

/** A page by a name of its own, without its type: what HAPI FHIR's `next` links look like. */
function pageName(type: string, query: URLSearchParams): URLSearchParams {
  return new URLSearchParams({ _getpages: Buffer.from(`${type}?${query}`).toString('base64url') });
}

/** The search that a page was named for; null where none is named. */
export function searchOfPage(
  query: URLSearchParams,
): { readonly type: string; readonly query: URLSearchParams } | null {
  const name = query.get('_getpages');
  if (name === null) return null;
  const [type = '', search] = Buffer.from(name, 'base64url').toString().split('?');
  return { type, query: new URLSearchParams(search) };
}

function wholeNumber(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}
