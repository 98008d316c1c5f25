/** One page of a search: how many rows, which ones, and the links that lead on. */
import type { Bundle, BundleEntry, Resource } from '@medplum/fhirtypes';

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
  nextLink: 'loop' | 'foreign' | undefined,
): Bundle {
  const total = bundle.total ?? 0;
  const at = (offset: number, origin = base) => {
    const linked = new URLSearchParams(query);
    linked.set('_count', String(page.count));
    linked.set('_offset', String(offset));
    return `${origin}/${type}?${linked}`;
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

function wholeNumber(text: string): number | null {
  return /^\d{1,7}$/.test(text) ? Number(text) : null;
}
