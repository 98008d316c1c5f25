/** What was not sent, or not whole, is not read: with naltrexone in the draft the answer is never silence. Hazard 42. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOOK_PARTS, PREFETCH_KEYS } from '#lib/cds-hooks/services.ts';
import { metricsText } from '#lib/operations/metrics.ts';
import { callingEhr, cardsOf, draft, NALTREXONE, OXYCODONE, prefetchOf } from './calling-ehr.ts';

const site = callingEhr({ at: '2026-03-02T10:00:00Z' });

const duloxetine = draft('m0', 'duloxetine 60 mg capsule', { status: 'active', authoredOn: '2025-11-10' });
const whole = () => prefetchOf([duloxetine]);
const outcome = (severity: string, code: string, text?: string) => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, ...(text === undefined ? {} : { details: { text } }) }],
});
type Bundle = { entry: object[] };

/** Each way in which a key can come and not be the whole list. */
const FAULTS: Readonly<Record<string, (sent: Bundle) => unknown>> = {
  absent: () => undefined,
  null: () => null,
  'a text': () => 'MedicationRequest',
  'a list': (sent) => [sent],
  'an empty object': () => ({}),
  'an error in its place': () => outcome('error', 'exception', 'Something failed'),
  'a refusal in its place': () => outcome('error', 'forbidden'),
  'an outcome without issues': () => ({ resourceType: 'OperationOutcome' }),
  'a remark alone': () => outcome('information', 'informational', 'Please note our opening hours'),
  'a warning beside the rows': (sent) => ({
    ...sent,
    entry: [...sent.entry, { resource: outcome('warning', 'processing', 'Some rows may be missing') }],
  }),
  'one page of several': (sent) => ({
    ...sent,
    link: [{ relation: 'next', url: 'http://localhost:4999/fhir?page=2' }],
  }),
  'fewer rows than it counts': (sent) => ({ ...sent, total: sent.entry.length + 3 }),
  'a total that is no number': (sent) => ({ ...sent, total: 'many' }),
  'narrowed by the server': (sent) => ({
    ...sent,
    link: [
      { relation: 'self', url: 'http://localhost:4999/fhir/MedicationRequest?patient=p1&status=active' },
    ],
  }),
  'entries that are no list': () => ({ resourceType: 'Bundle', type: 'searchset', entry: {} }),
  'an entry that is no resource': (sent) => ({ ...sent, entry: [...sent.entry, { resource: null }] }),
  'withheld in part': (sent) => ({ ...sent, meta: { security: [{ code: 'REDACTED' }] } }),
  'a part of the answer': (sent) => ({ ...sent, meta: { tag: [{ code: 'SUBSETTED' }] } }),
  'another resource': () => ({ resourceType: 'Practitioner', id: 'x' }),
  'the answer to a search for another patient': () => ({
    resourceType: 'Bundle',
    type: 'searchset',
    total: 0,
    link: [{ relation: 'self', url: 'http://localhost:4999/fhir/MedicationRequest?patient=Patient/p2' }],
  }),
  'a row of another patient': (sent) => ({
    ...sent,
    entry: [...sent.entry, { resource: draft('x', 'duloxetine', { subject: { reference: 'Patient/p2' } }) }],
  }),
};

/** Keys whose value is a Bundle of rows. */
const LISTS = HOOK_PARTS.filter((part) => part !== 'Patient');

describe.each(Object.entries(FAULTS))('the orders come as: %s', (_name, fault) => {
  test('a warning, that it cannot be told', async () => {
    const prefetch = whole();
    prefetch.orders = fault(prefetch.orders as Bundle);
    const cards = await cardsOf('ldn-order-sign', { drafts: [NALTREXONE], prefetch });
    expect(cards).toHaveLength(1);
    expect(cards[0]?.indicator).toBe('warning');
    expect(cards[0]?.summary).toMatch(/^Cannot tell/);
    expect(cards[0]?.detail).toContain('**Not read**');
  });
});

test.each(LISTS)('%s left out alone is told as well, by its name', async (part) => {
  const prefetch = whole();
  delete prefetch[PREFETCH_KEYS[part]];
  const [card] = await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch });
  expect(card?.summary).toContain('not sent with this request');
});

test('the record of another patient is never taken for this one', async () => {
  const prefetch = { ...whole(), patient: { resourceType: 'Patient', id: 'p2' } };
  const [card] = await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch });
  expect(card?.summary).toContain("another patient's");
});

test('an order of another patient among those being made: this chart says nothing of it', async () => {
  const foreign = { ...NALTREXONE, subject: { reference: 'Patient/p2' } };
  const [card] = await cardsOf('ldn-order-select', { drafts: [foreign], prefetch: whole() });
  expect(card?.summary).toMatch(/^Cannot tell/);
});

test('an EHR that says "no results" in place of an empty list has answered', async () => {
  const prefetch = {
    ...whole(),
    statements: outcome('warning', 'not-found', 'Resource request returns no results.'),
  };
  expect(await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch })).toEqual([]);
});

test('a part that the site calls absent is named, and stops nobody', async () => {
  await site.isSetUp({}, { absent: ['MedicationDispense'] });
  const prefetch = whole();
  delete prefetch.dispenses;
  expect(await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch })).toEqual([]);
  const [card] = await cardsOf('ldn-order-select', {
    drafts: [NALTREXONE],
    prefetch: { ...prefetch, orders: null },
  });
  expect(card?.detail).toContain('cannot see');
});

test('1,000 prefetches with any faults in any keys: with naltrexone in the draft none is answered with silence', async () => {
  const names = Object.keys(FAULTS);
  const faults = fc
    .record(
      Object.fromEntries(LISTS.map((part) => [part, fc.option(fc.constantFrom(...names), { nil: null })])),
    )
    .filter((chosen) => Object.values(chosen).some((name) => name !== null));
  const opioid = fc.constantFrom(null, 'oxycodone 5 mg tablet', 'morphine 10 mg', 'pain pill');
  await fc.assert(
    fc.asyncProperty(faults, opioid, fc.boolean(), async (chosen, text, isSign) => {
      const rows = text === null ? [] : [draft('m1', text, { status: 'active', authoredOn: '2026-01-05' })];
      const prefetch: Record<string, unknown> = prefetchOf([duloxetine, ...rows]);
      for (const [part, name] of Object.entries(chosen)) {
        const key = PREFETCH_KEYS[part as keyof typeof PREFETCH_KEYS];
        if (name !== null) prefetch[key] = FAULTS[name]?.(prefetch[key] as Bundle);
      }
      const cards = await cardsOf(isSign ? 'ldn-order-sign' : 'ldn-order-select', {
        drafts: [NALTREXONE],
        prefetch,
      });
      expect(cards.length).toBeGreaterThan(0);
    }),
    { numRuns: 1_000 },
  );
});

describe('an opioid that is ordered interrupts nobody by what was not read, and is counted apart', () => {
  const counted = (outcome: string) =>
    Number(
      new RegExp(`ldn_hook_calls_total\\{service="ldn-order-select",outcome="${outcome}"\\} (\\d+)`).exec(
        metricsText(),
      )?.[1] ?? 0,
    );
  const order = async (prefetch: unknown) => {
    const before = { unchecked: counted('opioid-unchecked'), said: counted('nothing-to-say') };
    expect(await cardsOf('ldn-order-select', { drafts: [OXYCODONE], prefetch })).toEqual([]);
    return {
      unchecked: counted('opioid-unchecked') - before.unchecked,
      checked: counted('nothing-to-say') - before.said,
    };
  };

  test('nothing was sent', async () => {
    expect(await order({})).toEqual({ unchecked: 1, checked: 0 });
  });

  test.each(Object.entries(FAULTS))('orders: %s', async (_fault, made) => {
    const sent = whole();
    const orders = made(sent[PREFETCH_KEYS.MedicationRequest] as Bundle);
    expect(await order({ ...sent, [PREFETCH_KEYS.MedicationRequest]: orders })).toEqual({
      unchecked: 1,
      checked: 0,
    });
  });

  test('the whole chart was read', async () => {
    expect(await order(whole())).toEqual({ unchecked: 0, checked: 1 });
  });
});
