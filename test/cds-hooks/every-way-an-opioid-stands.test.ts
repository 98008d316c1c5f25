/** Whichever way an opioid stands on the chart where naltrexone is ordered, or naltrexone where an opioid is, its card is shown. Today is 2026-03-02. */
import { describe, expect, test } from 'vitest';
import { callingEhr, cardsOf, draft, NALTREXONE, OXYCODONE, prefetchOf } from './calling-ehr.ts';

callingEhr({ at: '2026-03-02T10:00:00Z' });

const order = (text: string, more: object = {}) =>
  draft('m1', text, { status: 'active', authoredOn: '2026-02-10', ...more });
const handedOver = (text: string, whenHandedOver: string, days: number | null) => ({
  resourceType: 'MedicationDispense',
  id: 's1',
  status: 'completed',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text },
  whenHandedOver,
  ...(days === null ? {} : { daysSupply: { value: days, unit: 'days', code: 'd' } }),
});
const supplied = (days: number) => ({
  dispenseRequest: { expectedSupplyDuration: { value: days, unit: 'd', code: 'd' } },
});
const duloxetine = draft('m0', 'duloxetine 60 mg capsule', { status: 'active', authoredOn: '2025-11-10' });
const told = async (...rows: readonly object[]) =>
  (
    await cardsOf('ldn-order-select', { drafts: [NALTREXONE], prefetch: prefetchOf([duloxetine, ...rows]) })
  ).map(({ indicator, summary }) => `${indicator}: ${summary}`);

describe('it is there, or was there lately', () => {
  test.each<[string, object, RegExp]>([
    ['in force', order('oxycodone 5 mg tablet'), /^critical: Opioid on the chart: oxycodone/],
    ['methadone in force', order('methadone 10 mg tablet'), /^critical: Opioid on the chart: methadone/],
    [
      'methadone handed over that ended',
      handedOver('methadone 10 mg tablet', '2026-02-14', 7),
      /^warning: Methadone 10 mg tablet supply may have lasted to 20-Feb-2026/,
    ],
    [
      'handed over that ended',
      handedOver('tramadol 50 mg tablet', '2026-02-18', 7),
      /^warning: Tramadol 50 mg tablet supply may have lasted to 24-Feb-2026/,
    ],
    [
      'ordered that ended, of which nothing was handed over',
      order('tramadol 50 mg tablet', { status: 'completed', authoredOn: '2026-02-18', ...supplied(7) }),
      /^warning: Tramadol 50 mg tablet supply may have lasted to 24-Feb-2026/,
    ],
    ['a depot', order('Sublocade 300 mg'), /^critical: Opioid depot/],
  ])('%s', async (_, row, card) => {
    expect(await told(row)).toEqual([expect.stringMatching(card)]);
  });
});

describe('nobody can tell', () => {
  test.each<[string, object, RegExp]>([
    [
      'an opioid stopped on no known day',
      order('tramadol 50 mg tablet', { status: 'stopped' }),
      /^warning: .*[Tt]ramadol/,
    ],
    [
      'an opioid handed over for nobody knows how long',
      handedOver('tramadol 50 mg tablet', '2026-02-25', null),
      /^warning: .*[Tt]ramadol/,
    ],
    [
      'a depot stopped on no known day',
      order('Sublocade 300 mg', { status: 'stopped', authoredOn: undefined }),
      /^warning: .*Sublocade/,
    ],
    ['a pill that resembles one', order('tramodol 50 mg'), /^warning: .*tramodol/],
    ['medicines that nobody knows', order('zzyzx 5 mg'), /^warning: .*zzyzx/],
    [
      'an opioid that is drafted',
      order('oxycodone 5 mg tablet', { status: 'draft' }),
      /^(warning|info): .*[Oo]xycodone/,
    ],
  ])('%s', async (_, row, card) => {
    expect(await told(row)).toEqual([expect.stringMatching(card)]);
  });
});

test('of several the worst is told: what stands before what is over, what is over before what nobody can name', async () => {
  const current = order('oxycodone 5 mg tablet');
  const recent = { ...handedOver('tramadol 50 mg tablet', '2026-02-18', 7) };
  const unnamed = { ...order('tramodol 50 mg'), id: 'm2' };
  expect(await told(unnamed, recent, current)).toEqual([expect.stringMatching(/oxycodone/)]);
  expect(await told(unnamed, recent)).toEqual([expect.stringMatching(/^warning: Tramadol/)]);
});

test.each([
  [
    'an opioid over for years',
    order('tramadol 50 mg tablet', { status: 'completed', authoredOn: '2020-01-01', ...supplied(7) }),
  ],
  ['an opioid that was cancelled', order('tramadol 50 mg tablet', { status: 'cancelled' })],
  ['naloxone kept at home', order('naloxone 4 mg nasal spray')],
])('%s interrupts nobody', async (_, row) => {
  expect(await told(row)).toEqual([]);
});

describe('an opioid is ordered, and naltrexone', () => {
  const warned = async (row: object) =>
    (await cardsOf('ldn-order-select', { drafts: [OXYCODONE], prefetch: prefetchOf([duloxetine, row]) })).map(
      ({ indicator, summary }) => `${indicator}: ${summary}`,
    );

  test.each<[string, object, RegExp | null]>([
    ['is in force: warned of', order('naltrexone 4.5 mg capsule'), /[Nn]altrexone/],
    [
      'was injected last week: warned of',
      order('Vivitrol 380 mg', { status: 'completed', authoredOn: '2026-02-23' }),
      /^critical: Naltrexone depot 380 mg/,
    ],
    [
      'was handed over for nobody knows how long: warned of',
      handedOver('naltrexone 4.5 mg capsule', '2026-02-25', null),
      /[Nn]altrexone/,
    ],
    ['is a draft: nobody takes it yet', order('naltrexone 4.5 mg capsule', { status: 'draft' }), null],
    [
      'was stopped: nobody takes it any more',
      order('naltrexone 4.5 mg capsule', { status: 'stopped' }),
      null,
    ],
  ])('%s', async (_, row, card) => {
    expect(await warned(row)).toEqual(card === null ? [] : [expect.stringMatching(card)]);
  });
});
