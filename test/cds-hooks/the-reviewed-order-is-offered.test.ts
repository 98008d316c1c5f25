/** Where the EHR takes no draft, the reviewed order is shown where its user makes the next order for that patient. */
import { describe, expect, test, vi } from 'vitest';
import { keepOffer, readOffer } from '#lib/order/write/write-offer.ts';
import { storedRecords } from '#lib/store/stored-records.ts';
import { presetOrder } from '../order/reviewed.ts';
import {
  callingEhr,
  cardsOf,
  draft,
  type HookSettings,
  ISSUER,
  NALTREXONE,
  prefetchOf,
} from './calling-ehr.ts';

const site = callingEhr({ at: '2026-03-02T10:00:00Z' });
const order = presetOrder('standard');
const TEXT = 'naltrexone 1.5 mg capsule (compounded), 126 capsules for 56 days';
const to = { issuer: ISSUER, patientId: 'p1', user: 'Practitioner/dr-exemplar' };
const orderable = {
  system: 'urn:example:orderables',
  code: 'LDN15',
  display: 'Naltrexone 1.5 mg capsule, compounded',
  milligrams: 1.5,
};

async function useOffer(hooks: Partial<HookSettings> = {}, user = to.user): Promise<void> {
  await site.isSetUp(hooks);
  // The first call of a process reads the tables: on a busy machine that takes the time of our memory.
  await choose(draft('d0', 'aspirin 81 mg tablet'));
  await keepOffer(storedRecords(), { ...to, user }, order, { texts: [TEXT], at: Date.now() });
}

const duloxetine = draft('m0', 'duloxetine 60 mg capsule', { status: 'active', authoredOn: '2025-11-10' });
const ibuprofen = draft('d1', 'ibuprofen 400 mg tablet');
const choose = (made: object, ...rows: readonly object[]) =>
  cardsOf('ldn-order-select', { drafts: [made], prefetch: prefetchOf([duloxetine, ...rows]) });

describe('beside the next order of that user for that patient', () => {
  test('whatever it is for: once, as text to copy and the link, and no draft of itself', async () => {
    await useOffer();
    const [card, ...more] = await choose(ibuprofen);
    expect(more).toEqual([]);
    expect(card).toMatchObject({ indicator: 'info' });
    expect(card?.summary).toContain('naltrexone from 1.5 mg to 4.5 mg at bedtime');
    expect(card?.detail).toContain('126 capsules for 56 days');
    expect(card?.suggestions).toBeUndefined();
    expect(card?.links).toHaveLength(1);
    await vi.waitFor(async () => expect((await readOffer(storedRecords(), to))?.shown?.ordered).toBe('none'));
    expect(await choose(ibuprofen)).toEqual([]);
  });

  test('naltrexone of the same strength: the text, again and again until it is signed', async () => {
    await useOffer();
    for (let time = 0; time < 2; time += 1)
      expect((await choose(NALTREXONE))[0]?.detail).toContain('126 capsules');
    await vi.waitFor(async () =>
      expect((await readOffer(storedRecords(), to))?.shown).toMatchObject({ ordered: 'as-reviewed' }),
    );
  });

  test('the 50 mg tablet: that it is not what was reviewed, with the text that is; and Done can tell', async () => {
    await useOffer();
    const [card] = await choose(draft('d1', 'naltrexone hydrochloride 50 MG Oral Tablet'));
    expect(card?.indicator).toBe('critical');
    expect(card?.summary).toBe('This order reads naltrexone 50 mg. The reviewed plan was 1.5 mg at bedtime.');
    expect(card?.detail).toContain('126 capsules');
    await vi.waitFor(async () =>
      expect((await readOffer(storedRecords(), to))?.shown).toMatchObject({
        ordered: 'another',
        words: 'naltrexone hydrochloride 50 MG Oral Tablet',
      }),
    );
  });
});

describe('a draft is offered', () => {
  test('only by the name the site orders it by, as a draft', async () => {
    await useOffer({ orderable });
    const [card] = await choose(ibuprofen);
    expect(card?.suggestions).toMatchObject([
      {
        actions: [
          {
            type: 'create',
            resource: {
              resourceType: 'MedicationRequest',
              status: 'draft',
              subject: { reference: 'Patient/p1' },
              medicationCodeableConcept: { coding: [{ code: 'LDN15' }] },
            },
          },
        ],
      },
    ]);
  });

  test('never beside a naltrexone order that is being made: two would be signed', async () => {
    await useOffer({ orderable });
    const [card] = await choose(NALTREXONE);
    expect(card?.detail).toContain('126 capsules');
    expect(JSON.stringify(card?.suggestions ?? [])).not.toContain('create');
  });

  test('never where that name is of another strength than the reviewed one', async () => {
    await useOffer({ orderable: { ...orderable, milligrams: 4.5 } });
    expect((await choose(ibuprofen))[0]?.suggestions).toBeUndefined();
  });
});

describe('nothing is offered', () => {
  test('to another user', async () => {
    await useOffer({}, 'Practitioner/another');
    expect(await choose(ibuprofen)).toEqual([]);
  });

  test('once an opioid came into the chart', async () => {
    await useOffer();
    expect(await choose(ibuprofen, draft('m1', 'oxycodone 5 mg tablet', { status: 'active' }))).toEqual([]);
  });

  test.each(['active', 'draft', 'on-hold'])('once naltrexone stands in the chart (%s)', async (status) => {
    await useOffer({ orderable });
    expect(await choose(ibuprofen, draft('m1', 'naltrexone 1.5 mg capsule', { status }))).toEqual([]);
  });

  test('while the chart was not read', async () => {
    await useOffer();
    expect(await cardsOf('ldn-order-select', { drafts: [ibuprofen], prefetch: {} })).toEqual([]);
  });

  test('a week later', async () => {
    await useOffer();
    vi.setSystemTime(Date.parse('2026-03-10T10:00:00Z'));
    expect(await choose(ibuprofen)).toEqual([]);
  });

  test('in silent mode, and it goes on waiting', async () => {
    await useOffer({ silent: true });
    expect(await choose(ibuprofen)).toEqual([]);
    expect((await readOffer(storedRecords(), to))?.shown).toBeNull();
  });
});
