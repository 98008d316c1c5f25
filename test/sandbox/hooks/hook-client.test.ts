/** The pretend EHR as a CDS client, against the app's own hooks. */
import { describe, expect, test, vi } from 'vitest';
import { type CheckedCard, responseSchema } from '../../cds-hooks/specification.ts';
import { appCalledBySandbox } from './app-called-by-sandbox.ts';

const ehr = appCalledBySandbox({ patientView: true });

const order = (text: string) => ({ resourceType: 'MedicationRequest', medicationCodeableConcept: { text } });
const naltrexone = order('naltrexone 1.5 mg capsule');

async function hook(name: string, body: object) {
  const answer = await fetch(`${ehr().url}/sandbox/hooks/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  return { http: answer.status, ...((await answer.json()) as { status: number; response: unknown }) };
}
async function cards(name: string, body: object): Promise<readonly CheckedCard[]> {
  const { status, response } = await hook(name, body);
  expect(status).toBe(200);
  return responseSchema.parse(response).cards;
}

describe('each story by the hook: naltrexone ordered', () => {
  test.each([
    ['v01', 'no opioid', []],
    ['v02', 'oxycodone is current', [['critical', /^Opioid on the chart: .*oxycodone/]]],
    ['v04', 'tramadol was dispensed lately', [['warning', /Earliest naltrexone start/]]],
    ['v05', 'a pill nobody can name', [['warning', /^Cannot tell: "/]]],
    ['v06', 'a page fails', [['warning', /^Cannot tell whether an opioid is taken/]]],
    ['v07', 'a depot', [['critical', /^Opioid depot/]]],
    ['e01', 'no medicines at all', [['warning', /lists no medicines/]]],
  ] as const)('%s, %s', async (patient, _what, wanted) => {
    const said = await cards('order-select', { patient, draftOrders: [naltrexone] });
    expect(said.map(({ indicator }) => indicator)).toEqual(wanted.map(([indicator]) => indicator));
    for (const [index, [, summary]] of wanted.entries()) expect(said[index]?.summary).toMatch(summary);
  });
});

test('an opioid for a patient on naltrexone is told, for anybody else it is not', async () => {
  const draftOrders = [order('oxycodone 5 mg tablet')];
  const [card] = await cards('order-sign', { patient: 'v10', draftOrders });
  expect(card?.summary).toMatch(/^Takes naltrexone/);
  expect(await cards('order-sign', { patient: 'v01', draftOrders })).toEqual([]);
});

describe('prefetch that is left out', () => {
  test('is told of; with a token of the call it is read instead', async () => {
    const asked = { patient: 'v01', draftOrders: [naltrexone], omit: ['orders'] };
    const [card] = await cards('order-select', asked);
    expect(card?.summary).toContain('not sent with this request');
    // A busy machine may hold a reading up beyond its time.
    await vi.waitFor(
      async () => {
        expect(await cards('order-select', { ...asked, authorize: true })).toEqual([]);
        const [card] = await cards('order-select', { ...asked, patient: 'v02', authorize: true });
        expect(card?.indicator).toBe('critical');
      },
      { timeout: 10_000 },
    );
  });

  test('by the switch of this EHR, as by a client that drops what failed', async () => {
    for (const faults of [{ dropPrefetch: ['orders'] }, { refuse: { MedicationRequest: { status: 500 } } }]) {
      ehr().faults.replace(faults);
      const [card] = await cards('order-select', { patient: 'v01', draftOrders: [naltrexone] });
      expect(card?.summary).toContain('not sent with this request');
    }
    ehr().faults.replace({});
  });
});

test('a chart that is opened, another order, a patient nobody knows, a hook there is none of', async () => {
  expect(await cards('patient-view', { patient: 'v01' })).toEqual([]);
  expect(
    await cards('order-sign', { patient: 'v02', draftOrders: [order('ibuprofen 400 mg tablet')] }),
  ).toEqual([]);
  expect((await hook('order-sign', { patient: 'nobody' })).http).toBe(404);
  expect((await hook('order-dispatch', { patient: 'v01' })).http).toBe(404);
  expect((await hook('order-sign', { patient: 'v01', draftOrders: 'none' })).http).toBe(400);
});
