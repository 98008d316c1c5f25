/** What an EHR's search was seen to do is remembered for its issuer; a draft that was missed counts more than what the site says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSeal } from '#lib/store/seal.ts';
import { sealRecords } from '#lib/store/sealed-records.ts';
import { makeSearchOfDrafts } from '#lib/visit/search-memory.ts';
import { type SharedStore, storeKinds, titleOf } from '../store/record-stores.ts';

const WRITE_BACK = { rung: 'fhir-draft', intent: 'order' } as const;

describe.each(storeKinds.map((kind) => [titleOf(kind), kind] as const))('%s', (_title, kind) => {
  describe.skipIf(kind.skipped !== null)('the search of an EHR', () => {
    let store: SharedStore;
    beforeAll(async () => {
      store = await kind.make();
    });
    afterAll(() => store?.remove());

    const of = (issuer: string, draftsInSearch?: 'shown' | 'hidden') =>
      makeSearchOfDrafts(sealRecords(store.open(), makeSeal([new Uint8Array(32).fill(7)])), {
        issuer,
        writeBack: draftsInSearch === undefined ? WRITE_BACK : { ...WRITE_BACK, draftsInSearch },
      });

    test('is not known to show drafts until one was seen, and then for every server', async () => {
      expect(await of('https://a.example').isKnownToShow()).toBe(false);
      await of('https://a.example').tell('shown');
      expect(await of('https://a.example').isKnownToShow()).toBe(true);
      expect(await of('https://b.example').isKnownToShow()).toBe(false);
    });

    test('is doubted again once a draft that stands was missed', async () => {
      await of('https://c.example').tell('shown');
      await of('https://c.example').tell('missed');
      expect(await of('https://c.example').isKnownToShow()).toBe(false);
    });

    test('hides drafts where the site says so, whatever was seen', async () => {
      await of('https://d.example').tell('shown');
      expect(await of('https://d.example', 'hidden').isKnownToShow()).toBe(false);
    });

    test('shows drafts where the site says so, until one that stands was missed', async () => {
      const search = of('https://e.example', 'shown');
      expect(await search.isKnownToShow()).toBe(true);
      await search.tell('missed');
      expect(await search.isKnownToShow()).toBe(false);
    });
  });
});
