/**
 * How often the EHR must answer before the app can ask on: what a slow EHR makes a prescriber wait for. The browser's own requests, to the
 * app (launch, callback), come on top of these.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manyOrders } from '../../patients/many-orders.ts';
import { draftsOf, Journey, newPatient } from '../journey.ts';
import { type Fleet, startFleet } from './fleet.ts';
import { RequestsToEhr, roundTrips } from './round-trips.ts';

const TEST_LIMIT_MS = 120_000;
/** Longer than the app takes, on a busy machine too, from one read of a wave to the next. */
const SLOW = { quietMs: 600 };

let fleet: Fleet;
let requests: RequestsToEhr;
let patient: string;
beforeAll(async () => {
  // What the search shows is known: the look that finds it out is not waited for, and would stand among the trips.
  fleet = await startFleet(1, null, {}, { rung: 'fhir-draft', draftsInSearch: 'shown' });
  requests = new RequestsToEhr();
  patient = await newPatient(fleet.sandbox, 'v01');
}, TEST_LIMIT_MS);
afterAll(async () => {
  requests?.stop();
  await fleet?.close();
});

async function withSlowEhr<T>(
  act: () => Promise<T>,
  faults = {},
): Promise<{ result: T; trips: readonly string[] }> {
  requests.take();
  fleet.sandbox.faults.replace({ ...SLOW, ...faults });
  try {
    return { result: await act(), trips: roundTrips(requests.take()) };
  } finally {
    fleet.sandbox.faults.replace({});
  }
}

const launched = (id: string) => () => Journey.launch(fleet.sandbox.launchUrl(id));

test(
  'launch to verdict of a server that knows nothing of the EHR yet: discovery, sign-in, token, one wave of reads',
  async () => {
    const { trips } = await withSlowEhr(launched(patient));
    expect(trips).toHaveLength(4);
    expect(trips[0]).toBe('GET /fhir/.well-known/smart-configuration');
  },
  TEST_LIMIT_MS,
);

test(
  'launch to verdict from then on: sign-in, token, one wave of reads',
  async () => {
    const { trips } = await withSlowEhr(launched(patient));
    expect(trips).toEqual([
      'GET /authorization/auth',
      'POST /authorization/token',
      expect.stringMatching(/^GET \/fhir\//),
    ]);
  },
  TEST_LIMIT_MS,
);

test(
  'a longer list costs its further pages and nothing else',
  async () => {
    const id = await fleet.sandbox.addPatient(manyOrders(60));
    const { trips } = await withSlowEhr(launched(id), { pageSize: 20 });
    expect(trips).toHaveLength(3 + 2);
  },
  TEST_LIMIT_MS,
);

test(
  'Plan asks the EHR nothing, Review asks it what it can do; a write is the chart read again, a look for a draft, the draft, and the draft read back while what goes beside it is written',
  async () => {
    const journey = await launched(patient)();
    const plan = await withSlowEhr(() => journey.screen('plan'));
    expect(plan.trips).toEqual([]);
    const review = await withSlowEhr(() => journey.screen('review'));
    expect(review.trips).toEqual(['GET /fhir/metadata']);
    const write = await withSlowEhr(() => journey.browser.press(review.result, 'write'));
    expect(draftsOf(fleet.sandbox, patient)).toHaveLength(1);
    expect(write.trips).toEqual([
      expect.stringMatching(/^GET \/fhir\//),
      'GET /fhir/MedicationRequest',
      'POST /fhir/MedicationRequest',
      expect.stringMatching(
        /^(GET \/fhir\/MedicationRequest(\/[\w-]+)?|POST \/fhir\/(DocumentReference|Provenance))$/,
      ),
    ]);
  },
  TEST_LIMIT_MS,
);

test('requests in one wave are one round trip, requests that wait for one another are as many', () => {
  const sent = (what: string, from: number, to: number) => ({ what, from, to });
  expect(roundTrips([sent('a', 0, 5), sent('b', 1, 6), sent('c', 2, 4)])).toHaveLength(1);
  expect(roundTrips([sent('b', 5, 9), sent('a', 0, 5), sent('long', 0, 20), sent('c', 9, 12)])).toEqual([
    'a',
    'b',
    'c',
  ]);
});
