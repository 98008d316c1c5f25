/** What was found out of an EHR's search, remembered for all launches of its issuer. */
import type { SearchOfDrafts } from '#lib/order/write/search-of-drafts.ts';
import type { Site } from '#lib/settings/site.ts';
import type { SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import { storedRecords } from '#lib/store/stored-records.ts';

/** POLICY: an EHR is upgraded now and then; what its search showed longer ago is found out anew. */
const SEARCH_REMEMBERED_MS = 90 * 24 * 60 * 60_000;

/** @throws SettingsError */
export function searchOfDrafts(site: Pick<Site, 'issuer' | 'writeBack'>): SearchOfDrafts {
  return makeSearchOfDrafts(storedRecords(), site);
}

/** The search is known to show drafts when it last showed one, or before that when the site says so. A site that says "hidden" is believed. */
export function makeSearchOfDrafts(
  records: SealedRecords,
  { issuer, writeBack }: Pick<Site, 'issuer' | 'writeBack'>,
): SearchOfDrafts {
  const key = `search-of-drafts/${digest(issuer)}`;
  const { draftsInSearch } = writeBack;
  return {
    async isKnownToShow() {
      if (draftsInSearch === 'hidden') return false;
      const last = (await records.readOne<'shown' | 'missed'>(key))?.value ?? draftsInSearch;
      return last === 'shown';
    },
    async tell(seen) {
      await records.put(key, seen, Date.now() + SEARCH_REMEMBERED_MS);
    },
  };
}
