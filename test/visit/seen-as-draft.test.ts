import { describe, expect, test } from 'vitest';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import type { OpenChart } from '#lib/visit/open-chart.ts';
import { lookForDraft, wasSeenAsDraft } from '#lib/visit/seen-as-draft.ts';
import { presetOrder } from '../order/reviewed.ts';
import { FakeEhr, type Resource } from '../order/write/fake-ehr.ts';

const ORDER = presetOrder('standard');
const REQUEST = ORDER.requests[0] as unknown as Resource;
const sent = {
  order: ORDER,
  outcome: { kind: 'written', locations: ['MedicationRequest/d1'] },
  at: 0,
} as const;

/** What is kept after the looks, with the EHR as `at` makes it before each of them. */
async function keptAfter(at: (look: number, ehr: FakeEhr) => void, saveWork = async () => {}) {
  const ehr = new FakeEhr();
  await ehr.create(REQUEST);
  const kept: Partial<LaunchWork>[] = [];
  const launch = {
    saveWork: async (change: Partial<LaunchWork>) => {
      await saveWork();
      kept.push(change);
    },
  };
  let look = 1;
  at(look, ehr);
  await lookForDraft({ launch, server: ehr } as unknown as OpenChart, sent, async () => {
    look += 1;
    at(look, ehr);
  });
  return { kept, looks: look };
}

const status = (ehr: FakeEhr, is: string) => ehr.stored.set('d1', { ...REQUEST, status: is });

describe('a draft just written is looked for behind the action', () => {
  test('and kept as seen where it stands as a draft', async () => {
    expect(await keptAfter(() => {})).toEqual({ kept: [{ seenAsDraft: ORDER.identifier }], looks: 1 });
  });

  test('again, where the EHR takes a while to show it', async () => {
    const { kept, looks } = await keptAfter((look, ehr) => {
      ehr.faults = look < 3 ? { readFails: look === 1 ? 404 : 503 } : {};
    });
    expect([kept, looks]).toEqual([[{ seenAsDraft: ORDER.identifier }], 3]);
  });

  test.each(['active', 'cancelled', 'completed'])('never as seen where it is %s', async (is) => {
    expect(await keptAfter((_look, ehr) => status(ehr, is))).toEqual({ kept: [], looks: 1 });
  });

  test('never as seen where nothing shows it', async () => {
    const { kept } = await keptAfter((_look, ehr) => {
      ehr.faults = { readFails: 500 };
    });
    expect(kept).toEqual([]);
  });

  test('and a launch that ended meanwhile breaks nothing', async () => {
    const ended = async () => {
      throw new Error('the launch has ended');
    };
    expect((await keptAfter(() => {}, ended)).kept).toEqual([]);
  });
});

test('what was seen of an earlier draft says nothing of the next one', () => {
  const work = { sent, seenAsDraft: 'another' } as unknown as LaunchWork;
  expect(wasSeenAsDraft(work)).toBe(false);
  expect(wasSeenAsDraft({ ...work, seenAsDraft: ORDER.identifier })).toBe(true);
  expect(wasSeenAsDraft({ ...work, sent: null })).toBe(false);
});
