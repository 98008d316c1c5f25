/** Calls as real clients make them, which is not always as the specification has it. */
import { describe, expect, test } from 'vitest';
import { answerDiscovery } from '#lib/cds-hooks/respond.ts';
import { metricsText } from '#lib/operations/metrics.ts';
import { APP_URL } from '../launch/app-settings.ts';
import { callingEhr, callOf, draft, NALTREXONE, post, prefetchOf } from './calling-ehr.ts';
import { discoverySchema, responseSchema } from './specification.ts';

const site = callingEhr({ at: '2026-03-02T10:00:00Z' });

const oxycodone = draft('m1', 'oxycodone 5 mg tablet', { status: 'active', authoredOn: '2025-11-10' });
const usual = () => callOf('ldn-order-select', { drafts: [NALTREXONE], prefetch: prefetchOf([oxycodone]) });
type Call = ReturnType<typeof usual> & { context: Record<string, unknown> };

async function codes(body: unknown): Promise<string[]> {
  const response = await post('ldn-order-select', body);
  expect(response.status).toBe(200);
  return responseSchema.parse(await response.json()).cards.map(({ summary }) => summary);
}
const changed = (change: (call: Call) => void) => {
  const call = usual() as Call;
  change(call);
  return call;
};

describe('the call is understood', () => {
  test.each<[string, (call: Call) => void]>([
    ['with "Patient/" before the id', (call) => Object.assign(call.context, { patientId: 'Patient/p1' })],
    [
      'with the whole address of the patient',
      (call) => Object.assign(call.context, { patientId: 'http://localhost:4999/fhir/Patient/p1' }),
    ],
    [
      'with orders in a list',
      (call) => Object.assign(call.context, { draftOrders: [{ resource: NALTREXONE }] }),
    ],
    [
      'with a category that is an object',
      (call) =>
        Object.assign(call.context, {
          draftOrders: {
            resourceType: 'Bundle',
            entry: [{ resource: { ...NALTREXONE, category: { text: 'x' } } }],
          },
        }),
    ],
    [
      'with a Bundle that says neither what it is nor of which type',
      (call) => Object.assign(call.context, { draftOrders: { entry: [{ resource: NALTREXONE }] } }),
    ],
    [
      'with a Bundle of orders within the Bundle',
      (call) =>
        Object.assign(call.context, {
          draftOrders: {
            resourceType: 'Bundle',
            entry: [{ resource: { resourceType: 'Bundle', entry: [{ resource: NALTREXONE }] } }],
          },
        }),
    ],
    ['without selections', (call) => Reflect.deleteProperty(call.context, 'selections')],
    [
      'with selections of orders that are not there',
      (call) => Object.assign(call.context, { selections: ['MedicationRequest/other'] }),
    ],
    [
      'with members of a later version',
      (call) => Object.assign(call, { version: '3.0', fhirVersion: '4.0.1', extension: {} }),
    ],
    [
      'with a token that is none',
      (call) => Object.assign(call, { fhirAuthorization: 'none', fhirServer: 7 }),
    ],
    [
      'with an order as R5 has it',
      (call) =>
        Object.assign(call.context, {
          draftOrders: {
            resourceType: 'Bundle',
            entry: [
              {
                resource: {
                  resourceType: 'MedicationRequest',
                  id: 'd-naltrexone',
                  medication: { concept: { text: 'naltrexone 1.5 mg' } },
                },
              },
            ],
          },
        }),
    ],
    [
      'with the drug in a Medication beside the order, strength as a US EHR writes it',
      (call) =>
        Object.assign(call.context, {
          draftOrders: {
            resourceType: 'Bundle',
            entry: [
              {
                resource: {
                  resourceType: 'MedicationRequest',
                  id: 'd-naltrexone',
                  medicationReference: { reference: 'Medication/m9' },
                },
              },
              {
                resource: {
                  resourceType: 'Medication',
                  id: 'm9',
                  code: {
                    coding: [
                      { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '7243' },
                      { system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '1483744' },
                    ],
                  },
                  ingredient: [{ strength: { numerator: { value: 50, unit: 'MG/5ML' } } }],
                },
              },
            ],
          },
        }),
    ],
  ])('%s', async (_how, change) => {
    const said = await codes(changed(change));
    expect(said.some((summary) => summary.startsWith('Opioid on the chart: oxycodone'))).toBe(true);
  });

  test('of two orders of one id none is offered to be taken out: it might be the wrong one', async () => {
    const aspirin = draft('d-naltrexone', 'aspirin 81 mg tablet');
    const call = callOf('ldn-order-sign', {
      drafts: [aspirin, NALTREXONE],
      prefetch: prefetchOf([oxycodone]),
    });
    const [card] = responseSchema.parse(await (await post('ldn-order-sign', call)).json()).cards;
    expect(card?.summary).toMatch(/^Opioid on the chart: oxycodone/);
    expect(card?.suggestions).toBeUndefined();
  });

  test('what was not chosen just now is left to when it is', async () => {
    const aspirin = draft('d2', 'aspirin 81 mg tablet');
    const call = changed(({ context }) =>
      Object.assign(context, {
        draftOrders: { resourceType: 'Bundle', entry: [{ resource: NALTREXONE }, { resource: aspirin }] },
        selections: ['MedicationRequest/d2'],
      }),
    );
    expect(await codes(call)).toEqual([]);
  });
});

describe('an order whose drug is only pointed to, and was not sent', () => {
  const pointing = {
    resourceType: 'MedicationRequest',
    id: 'd1',
    medicationReference: { reference: 'Medication/elsewhere' },
  };
  const ordinary = draft('m0', 'duloxetine 60 mg capsule', { status: 'active', authoredOn: '2025-11-10' });
  const said = (...rows: readonly object[]) =>
    codes(callOf('ldn-order-select', { drafts: [pointing], prefetch: prefetchOf([ordinary, ...rows]) }));

  test('may be naltrexone: told where an opioid stands', async () => {
    expect(await said(oxycodone)).toEqual([
      'The EHR did not send what is being ordered. If it is naltrexone, do not start: oxycodone 5 mg tablet is on the chart.',
    ]);
  });

  test('may be an opioid: told where naltrexone is taken', async () => {
    const [summary, ...more] = await said(
      draft('m2', 'naltrexone 4.5 mg capsule', { status: 'active', authoredOn: '2025-11-10' }),
    );
    expect(more).toEqual([]);
    expect(summary).toContain('this order, if an opioid, may not work');
  });

  test('is passed over where neither stands, and counted', async () => {
    expect(await said()).toEqual([]);
    expect(metricsText()).toContain('outcome="order-unread"');
  });

  test('is what the prefetch says it is', async () => {
    const prefetch = prefetchOf([ordinary, oxycodone]) as { orders: { entry: object[] } };
    const medication = {
      resourceType: 'Medication',
      id: 'elsewhere',
      code: { text: 'ibuprofen 400 mg tablet' },
    };
    prefetch.orders.entry.push({ resource: medication, search: { mode: 'include' } });
    expect(await codes(callOf('ldn-order-select', { drafts: [pointing], prefetch }))).toEqual([]);
  });
});

describe('another order is none of this app', () => {
  test.each([
    ['ibuprofen', draft('d1', 'ibuprofen 400 mg tablet')],
    ['naltrexone that is not to be given', { ...NALTREXONE, doNotPerform: true }],
    ['naltrexone that is stopped', { ...NALTREXONE, status: 'stopped' }],
    ['naltrexone that is taken back', { ...NALTREXONE, status: 'cancelled' }],
    ['an order without a medication', { resourceType: 'MedicationRequest', id: 'request-123' }],
    [
      'an order with an empty one',
      { resourceType: 'MedicationRequest', id: 'x', medicationCodeableConcept: {} },
    ],
    ['a word nobody knows', draft('d1', 'Xyzzyplugh 3000')],
    ['a service', { resourceType: 'ServiceRequest', id: 's1', code: { text: 'Chest X-ray' } }],
    ['a nutrition order', { resourceType: 'NutritionOrder', id: 'n1' }],
  ])('%s', async (_what, order) => {
    expect(await codes(callOf('ldn-order-select', { drafts: [order], prefetch: { orders: 7 } }))).toEqual([]);
  });
});

test('a call without any order is answered, and counted for whoever set the EHR up', async () => {
  expect(await codes(callOf('ldn-order-select', { drafts: [], prefetch: {} }))).toEqual([]);
  expect(metricsText()).toContain('outcome="no-orders"');
});

describe('a call that cannot be used', () => {
  test.each<[string, unknown, number]>([
    ['without a patient', changed(({ context }) => Reflect.deleteProperty(context, 'patientId')), 412],
    [
      'with a patient that is no id',
      changed(({ context }) => Object.assign(context, { patientId: '../../etc' })),
      412,
    ],
    ['stripped of its orders', changed(({ context }) => Reflect.deleteProperty(context, 'draftOrders')), 412],
    [
      'with orders that are none',
      changed(({ context }) => Object.assign(context, { draftOrders: 'none' })),
      412,
    ],
    ['for another hook', changed((call) => Object.assign(call, { hook: 'order-sign' })), 400],
    ['that closes early', '{"hook":"order-select","context":{"patientId":"p1"},"prefetch":{}}}', 400],
    ['that ends early', '{"hook":"order-select","context":{"patientId":"p1"', 400],
    ['that is nested without end', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, 400],
    ['of eleven megabytes', `{"hook":"${'x'.repeat(11 * 1024 * 1024)}"}`, 413],
    ['that is no object', '[]', 412],
  ])('%s', async (_what, body, status) => {
    expect((await post('ldn-order-select', body)).status).toBe(status);
  });

  test('of a service that is not', async () => {
    expect((await post('ldn-order-dispatch', usual())).status).toBe(404);
  });
});

test('a chart of five megabytes is read', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) =>
    draft(`m${index}`, 'duloxetine 60 mg capsule', { status: 'active', note: [{ text: 'x'.repeat(800) }] }),
  );
  const call = callOf('ldn-order-select', {
    drafts: [NALTREXONE],
    prefetch: prefetchOf([...many, oxycodone]),
  });
  expect(JSON.stringify(call).length).toBeGreaterThan(5_000_000);
  expect(await codes(call)).toHaveLength(1);
});

describe('what the services tell of themselves', () => {
  const told = async () =>
    discoverySchema.parse(await answerDiscovery(new Request(`${APP_URL}/cds-services`)).json());

  test('one id a hook, by templates that every version understands; opening a chart is off', async () => {
    expect((await told()).services.map(({ id }) => id)).toEqual(['ldn-order-select', 'ldn-order-sign']);
  });

  test('where a site switches it on, three', async () => {
    await site.isSetUp({ patientView: true });
    expect((await told()).services.map(({ id }) => id)).toContain('ldn-patient-view');
  });
});

test('in silent mode it is judged and counted, and nothing is shown', async () => {
  await site.isSetUp({ silent: true });
  expect(await codes(usual())).toEqual([]);
});

test('texts of a chart stay texts in the detail', async () => {
  const hostile = draft('m1', 'oxycodone <img src=x onerror=alert(1)> [click](javascript:alert(1)) **now**', {
    status: 'active',
  });
  const response = await post(
    'ldn-order-select',
    callOf('ldn-order-select', { drafts: [NALTREXONE], prefetch: prefetchOf([hostile]) }),
  );
  const { detail } = responseSchema.parse(await response.json()).cards[0] ?? { detail: '' };
  expect(detail).toContain('oxycodone');
  expect(detail).not.toContain('<img');
  expect(detail).not.toMatch(/(?<!\\)\[click/);
});
