import { describe, expect, test } from 'vitest';
import { beginHandOver, endHandOver } from '#lib/order/write/write-hand-over.ts';
import { type HandedOver, NO_ANSWER } from '#lib/web-messaging/messages.ts';
import { ORDER_WORDS } from '#lib/words/en/order.ts';
import { freshChart } from '../reviewed.ts';
import { anewForEach, ehr, journal, ONE, OTHER_LAUNCH, sayNotThere, search, TWO } from './each-write.ts';

anewForEach();

const setting = () => ({
  launch: { issuer: ehr.base, patientId: 'p1' },
  journal,
  search,
  now: () => journal.now,
  words: ORDER_WORDS,
  pause: async (ms: number) => {
    journal.now += ms;
  },
});

const begin = (order = ONE) => beginHandOver(order, freshChart(journal.now), ehr, setting());
const end = (answers: readonly HandedOver[], order = ONE) => endHandOver(order, answers, ehr, setting());
const taken = (id: string): HandedOver => ({ status: 201, location: `MedicationRequest/${id}`, words: null });

describe('the order is given to the page once', () => {
  test('and not again to a second click, nor to another launch, while nobody knows what became of it', async () => {
    expect(await begin()).toBeNull();
    expect(await begin()).toMatchObject({ kind: 'outcome-unknown' });
    expect(await begin(OTHER_LAUNCH)).toMatchObject({ kind: 'outcome-unknown' });
    await sayNotThere();
    expect(await begin(ONE)).toBeNull();
  });

  test('not where a draft stands already', async () => {
    await ehr.create(ONE.requests[0] as never);
    expect(await begin()).toMatchObject({ kind: 'already-written' });
  });

  test('not for another patient', async () => {
    const order = { ...ONE, patient: 'Patient/p2' };
    expect(await begin(order)).toMatchObject({ kind: 'not-sent' });
  });
});

describe('what the page tells', () => {
  test('taken: written, and a second launch is told where it stands', async () => {
    await begin();
    await ehr.create(ONE.requests[0] as never);
    ehr.faults = { hideDrafts: true };
    expect(await end([taken('d1')])).toEqual({ kind: 'written', locations: ['MedicationRequest/d1'] });
    expect(await begin(OTHER_LAUNCH)).toMatchObject({
      kind: 'already-written',
      drafts: [{ location: 'MedicationRequest/d1' }],
    });
  });

  const no: HandedOver = { status: 422, location: null, words: 'Basket is closed' };

  test('refused, where a look would have shown it: in the own words of the EHR, and it may be tried again', async () => {
    search.last = 'shown';
    await begin();
    expect(await end([no])).toMatchObject({ kind: 'refused', words: 'Basket is closed' });
    expect(await begin()).toBeNull();
  });

  test('refused, where drafts may be hidden: put into the basket or not, it is not given out again until a person looked', async () => {
    await begin();
    await ehr.create(ONE.requests[0] as never);
    ehr.faults = { hideDrafts: true };
    expect(await end([no])).toMatchObject({ kind: 'outcome-unknown', words: 'Basket is closed' });
    expect(await begin()).toMatchObject({ kind: 'outcome-unknown' });
    await sayNotThere();
    expect(await begin()).toBeNull();
  });

  test('no answer: looked for in the chart, and found', async () => {
    await begin();
    await ehr.create(ONE.requests[0] as never);
    expect(await end([NO_ANSWER])).toEqual({ kind: 'written', locations: ['MedicationRequest/d1'] });
  });

  test('no answer and nothing found: unknown until a person decides', async () => {
    await begin();
    expect(await end([])).toMatchObject({ kind: 'outcome-unknown', looked: 'perhaps-hidden' });
    expect(await begin()).toMatchObject({ kind: 'outcome-unknown' });
  });

  test('one of two strengths taken: half a titration, and which half', async () => {
    await begin(TWO);
    await ehr.create(TWO.requests[0] as never);
    const outcome = await end([taken('d1'), { status: 403, location: null, words: 'One a day' }], TWO);
    expect(outcome).toMatchObject({
      kind: 'half-written',
      because: { code: 'refused', words: 'One a day' },
      missing: [expect.any(String)],
    });
  });

  test('an address elsewhere is no address', async () => {
    await begin();
    ehr.faults = { hideDrafts: true };
    expect(await end([{ status: 201, location: 'https://evil.example/x', words: null }])).toEqual({
      kind: 'written',
      locations: [null],
    });
  });
});
