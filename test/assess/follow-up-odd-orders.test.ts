/** `assess --follow-up` where the order that is followed is not as this app wrote it, or not alone. */
import type { Bundle, MedicationRequest } from '@medplum/fhirtypes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDefinitions, validityProblems } from '../order/fhir-validation.ts';
import { removeFiles } from './command.ts';
import { bundleOf, followUp, R09, TAKEN_OVER, withOrder } from './follow-up-visit.ts';

beforeAll(loadDefinitions, 60_000);
afterAll(removeFiles);

test('two orders of this app in the same nights: cannot tell, and none is added', async () => {
  const bundle = structuredClone(bundleOf('f01'));
  const [own] = (bundle.entry ?? []).flatMap(({ resource }) =>
    resource?.resourceType === 'MedicationRequest' && resource.id === 'f01-ldn' ? [resource] : [],
  );
  const other = structuredClone(own as MedicationRequest);
  const [identifier] = other.identifier ?? [];
  if (identifier !== undefined) identifier.value = '0f0e0d0c-0000-4000-8000-00000000ffff';
  bundle.entry?.push({ resource: { ...other, id: 'f01-twin' } });
  const { exit, result } = await followUp(bundle, { effects: 'none' });
  expect([exit, result.followUp.row, result.draft]).toEqual([4, 'two-orders', null]);
});

test('an order of this app that runs for nobody knows how long is ended before another is drafted', async () => {
  const bundle = withOrder((order) => {
    order.dosageInstruction = [{ text: 'as directed' }];
  });
  const answers = { effects: 'none', doseMg: 3, firstNight: '2026-01-12' };
  const { exit, result } = await followUp(bundle, answers);
  expect([exit, result.followUp.outcome, result.draft]).toEqual([0, 'stay', null]);
  expect(result.followUp.facts.orderRuns).toEqual({ lastNight: null, draftFrom: null });
  expect(result.followUp.message).toContain('once that order is ended in the EHR');
  const ended = withOrder((order) => {
    order.dosageInstruction = [{ text: 'as directed' }];
    order.status = 'stopped';
  });
  expect((await followUp(ended, answers)).result.followUp.draftKind).toBe('maintenance');
});

describe('an order of this app that lost our identifier and kept our extension', () => {
  const bare = (id: string, change: (order: MedicationRequest) => void = () => {}) => {
    const bundle = structuredClone(bundleOf(id));
    for (const { resource } of bundle.entry ?? [])
      if (resource?.resourceType === 'MedicationRequest' && resource.identifier !== undefined) {
        delete resource.identifier;
        delete resource.groupIdentifier;
        change(resource);
      }
    return bundle;
  };

  test('is read night by night: the dose of tonight, never the highest it names', async () => {
    const { result } = await followUp(bare('f03'), { effects: 'troublesome' });
    expect(result.followUp).toMatchObject({ outcome: 'lower', doseMg: 0.5, draftKind: null });
    expect(result.followUp.facts).toMatchObject({
      currentDoseMg: 1.5,
      orderRuns: { lastNight: '2026-04-16', draftFrom: null },
    });
  });

  test('is history once it is over', async () => {
    const { result } = await followUp(bare('f07'), { effects: 'none' });
    expect(result.followUp).toMatchObject({ outcome: 'restart', doseMg: 1.5 });
    expect(result.followUp.facts).toMatchObject({ firstNight: '2025-09-01', lastNight: '2025-10-26' });
  });

  test('is what is followed, and lets no second order pass: it may be a copy, so it is asked about', async () => {
    const open = await followUp(bare('f01'), { effects: 'none' });
    expect([open.exit, open.result.draft]).toEqual([4, null]);
    expect(open.result.findings.map(({ rule }: { rule: string }) => rule)).toContain('R12');
    const { result } = await followUp(
      bare('f01'),
      { effects: 'none' },
      { safety: { ...R09, ...TAKEN_OVER } },
    );
    expect(result.plan.phases[0]).toMatchObject({ from: '2026-03-09', nights: 90, doseMg: 3 });
  });

  test('without any extension of ours it is somebody else’s', async () => {
    const bundle = bare('f01', (order) => {
      delete order.extension;
    });
    const { result } = await followUp(bundle, { effects: 'none' });
    expect(result.followUp.facts.lastNight).toBeNull();
  });
});

test('an order of this app in another patient says nothing of this one', async () => {
  const bundle = withOrder((order) => {
    order.subject = { reference: 'Patient/somebody-else' };
  });
  const { result } = await followUp(bundle, { effects: 'none' });
  expect(result.followUp).toMatchObject({ outcome: 'cannot-tell', doseMg: null, draftKind: null });
});

test('what a patient reports to take from elsewhere is followed, and is no prior prescription', async () => {
  const bundle = structuredClone(bundleOf('f08'));
  bundle.entry = (bundle.entry ?? []).filter(({ resource }) => resource?.id !== 'f08-naltrexone');
  bundle.entry.push({
    resource: {
      resourceType: 'MedicationStatement',
      id: 'f08-reported',
      status: 'active',
      subject: { reference: 'Patient/f08' },
      medicationCodeableConcept: { text: 'naltrexone 3 mg capsule (compounded)' },
      effectivePeriod: { start: '2025-12-15' },
      dosage: [
        {
          text: 'one capsule (3 mg) at bedtime',
          timing: { repeat: { frequency: 1, period: 1, periodUnit: 'd' } },
          doseAndRate: [{ doseQuantity: { value: 3, unit: 'mg' } }],
        },
      ],
    },
  });
  const { exit, stderr, result } = await followUp(
    bundle,
    { effects: 'none' },
    { safety: { ...R09, ...TAKEN_OVER } },
  );
  expect([exit, stderr, result.followUp.draftKind]).toEqual([0, '', 'maintenance']);
  expect(result.draft[0].priorPrescription).toBeUndefined();
  expect(validityProblems(result.draft[0])).toEqual([]);
});

test('orders in a Bundle within the Bundle, as a batch answers, are followed too', async () => {
  const bundle = bundleOf('f01');
  const isOrder = ({ resource }: { resource?: { resourceType: string } }) =>
    resource?.resourceType === 'MedicationRequest';
  const orders = (bundle.entry ?? []).filter(isOrder);
  const searchset = { resourceType: 'Bundle', type: 'searchset', total: orders.length, entry: orders };
  const nested = {
    ...bundle,
    entry: [...(bundle.entry ?? []).filter((one) => !isOrder(one)), { resource: searchset }],
  } as Bundle;
  const { result } = await followUp(nested, { effects: 'none' });
  expect(result.followUp).toMatchObject({ outcome: 'stay', doseMg: 3, draftKind: 'maintenance' });
  expect(result.plan.phases[0].from).toBe('2026-03-09');
});
