/** Only a listed EHR is answered: its own key, this very address, now, once. What it lends is used for its own chart and nothing else. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateKeyPair, UnsecuredJWT } from 'jose';
import { describe, expect, test, vi } from 'vitest';
import { answerCall, answerPreflight } from '#lib/cds-hooks/respond.ts';
import { REQUEST_LIMITS } from '#lib/launch/rate-limit.ts';
import { metricsText } from '#lib/operations/metrics.ts';
import {
  addressOf,
  callingEhr,
  callOf,
  cardsOf,
  EHR_ISS,
  jwtFor,
  NALTREXONE,
  post,
  prefetchOf,
  siteText,
} from './calling-ehr.ts';

const site = callingEhr();

const service = 'ldn-order-select';
const address = addressOf(service);
const call = () => callOf(service, { drafts: [NALTREXONE], prefetch: {} });
const status = async (jwt: string) => (await post(service, call(), jwt)).status;
const seconds = () => Math.floor(Date.now() / 1000);

test('the EHR itself is answered, and the second time with the same JWT it is not', async () => {
  const jwt = await jwtFor(address);
  expect(await status(jwt)).toBe(200);
  expect(await status(jwt)).toBe(401);
});

describe('nobody else', () => {
  const foreign = generateKeyPair('ES384', { extractable: true });
  test.each<[string, () => Promise<string> | string]>([
    ['without a JWT', () => 'none'],
    ['with three dots', () => 'a.b.c'],
    ['signed by another key', async () => jwtFor(address, { key: (await foreign).privateKey })],
    [
      'signed by another key that it publishes itself',
      async () =>
        jwtFor(address, {
          key: (await foreign).privateKey,
          header: { jku: 'https://evil.example/jwks.json' },
        }),
    ],
    [
      'with a shared secret',
      () => jwtFor(address, { key: new TextEncoder().encode('x'.repeat(64)), header: { alg: 'HS256' } }),
    ],
    [
      'with no signature',
      () => new UnsecuredJWT({ iss: EHR_ISS, aud: address, exp: seconds() + 60 }).encode(),
    ],
    ['for another address', () => jwtFor(addressOf('ldn-order-sign'))],
    ['for the origin alone', () => jwtFor('http://127.0.0.1:3000')],
    ['for its feedback', () => jwtFor(addressOf(service, true))],
    ['that is over', () => jwtFor(address, { claims: { iat: seconds() - 900, exp: seconds() - 120 } })],
    ['that lives for a day', () => jwtFor(address, { claims: { exp: seconds() + 86_400 } })],
    [
      'that was made tomorrow',
      () => jwtFor(address, { claims: { iat: seconds() + 86_400, exp: seconds() + 86_500 } }),
    ],
    ['without an end', () => jwtFor(address, { claims: { exp: undefined } as never })],
    ['without a name of its own', () => jwtFor(address, { claims: { jti: undefined } as never })],
    ['of an issuer nobody listed', () => jwtFor(address, { claims: { iss: 'https://other.example' } })],
  ])('%s', async (_who, jwt) => {
    expect(await status(await jwt())).toBe(401);
    expect(site.log.join('')).toContain('HOOK_CALLER');
  });
});

test('a body without end from somebody who signs with another key: refused at once, and no more of it is taken in', async () => {
  const { privateKey } = await generateKeyPair('ES384', { extractable: true });
  let taken = 0;
  let isLeft = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await sleep(5);
      taken += 1;
      controller.enqueue(new TextEncoder().encode('['));
    },
    cancel: () => {
      isLeft = true;
    },
  });
  const headers = { authorization: `Bearer ${await jwtFor(address, { key: privateKey })}` };
  const endless = new Request(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit);
  expect((await answerCall(endless, service)).status).toBe(401);
  expect(taken).toBeLessThan(100);
  await vi.waitFor(() => expect(isLeft).toBe(true));
});

test('calls of nobody without end: refused without a line each, and the EHR behind the same address is answered', async () => {
  for (let time = 0; time < REQUEST_LIMITS.hookRefused; time += 1) expect(await status('none')).toBe(401);
  const logged = site.log.length;
  const response = await post(service, call(), 'none');
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('60');
  expect(site.log).toHaveLength(logged);
  expect(await status(await jwtFor(address))).toBe(200);
});

test('without the store nobody can say whether a call is new: call again, in an answer without words', async () => {
  const jwt = await jwtFor(address);
  vi.stubEnv('SESSION_STORE', site.folder());
  const response = await post(service, call(), jwt);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('1');
  expect(await response.text()).toBe('');
  expect(metricsText()).toContain('outcome="caller-store-away"');
});

test('an address among several that the JWT is for will do', async () => {
  expect(await status(await jwtFor(address, { claims: { aud: ['https://x.example', address] } }))).toBe(200);
});

test('two organisations behind one issuer are told apart by their tenant, and a third is neither', async () => {
  const north = siteText({ tenant: 'north' });
  const south = siteText(
    { tenant: 'south' },
    { issuer: 'http://localhost:4998/fhir', callback: 'south', absent: ['MedicationDispense'] },
  );
  await site.serves([north, south]);
  const prefetch = prefetchOf([
    { ...NALTREXONE, id: 'm0', medicationCodeableConcept: { text: 'duloxetine' } },
  ]);
  delete prefetch.dispenses;
  const cardsFor = async (tenant?: string) => {
    const jwt = await jwtFor(address, { claims: { ...(tenant === undefined ? {} : { tenant }) } });
    const answer = await post(service, callOf(service, { drafts: [NALTREXONE], prefetch }), jwt);
    return answer.status === 200
      ? ((await answer.json()) as { cards: object[] }).cards.length
      : answer.status;
  };
  expect(await cardsFor('north')).toBe(1);
  expect(await cardsFor('south')).toBe(0);
  expect(await cardsFor('west')).toBe(401);
  expect(await cardsFor()).toBe(401);
});

test('where the EHR names the app as subject, another subject is refused', async () => {
  await site.isSetUp({ subject: 'ldn-client' });
  expect(await status(await jwtFor(address))).toBe(401);
  expect(await status(await jwtFor(address, { claims: { sub: 'ldn-client' } }))).toBe(200);
});

/** A server that records what it was asked, and answers with what it is given. */
async function serverThat(answer: (path: string) => { readonly json: unknown; readonly afterMs?: number }) {
  const asked: { readonly path: string; readonly token: string | undefined }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, token: request.headers.authorization });
    const { json, afterMs = 0 } = answer(path);
    setTimeout(() => {
      response.setHeader('content-type', 'application/fhir+json');
      response.end(JSON.stringify(json));
    }, afterMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { base, asked, close };
}

describe('the token of a call', () => {
  const token = { access_token: 'secret-token-of-the-call', token_type: 'Bearer', scope: 'patient/*.rs' };
  const empty = { resourceType: 'Bundle', type: 'searchset', total: 0 };

  test('goes nowhere but under the FHIR base of the site: not to fhirServer, next links or references', async () => {
    const evil = await serverThat(() => ({ json: empty }));
    const ehr = await serverThat((path) => ({
      json: path.includes('MedicationRequest')
        ? {
            ...empty,
            total: 1,
            link: [{ relation: 'next', url: `${evil.base}/next` }],
            entry: [
              {
                resource: {
                  ...NALTREXONE,
                  id: 'm1',
                  medicationCodeableConcept: undefined,
                  medicationReference: { reference: `${evil.base}/Medication/x` },
                },
              },
            ],
          }
        : path.includes('Patient/')
          ? { resourceType: 'Patient', id: 'p1' }
          : empty,
    }));
    await site.isSetUp({}, { issuer: ehr.base });
    const ask = (fhirServer: string) =>
      cardsOf(service, { drafts: [NALTREXONE], prefetch: {}, fhirServer, fhirAuthorization: token });
    expect((await ask(evil.base))[0]?.summary).toContain('not sent');
    expect(ehr.asked).toEqual([]);
    const [card] = await ask(ehr.base);
    expect(card?.summary).toMatch(/^Cannot tell/);
    expect(ehr.asked.map((one) => one.token)).toEqual(ehr.asked.map(() => 'Bearer secret-token-of-the-call'));
    expect(ehr.asked.length).toBeGreaterThanOrEqual(5);
    expect(evil.asked).toEqual([]);
    evil.close();
    ehr.close();
  });

  test('is in no line of the log and no file of the store', async () => {
    const ehr = await serverThat(() => ({ json: { resourceType: 'OperationOutcome', issue: [] } }));
    await site.isSetUp({}, { issuer: ehr.base });
    await cardsOf(service, {
      drafts: [NALTREXONE],
      prefetch: {},
      fhirServer: ehr.base,
      fhirAuthorization: token,
    });
    const { readdirSync, readFileSync } = await import('node:fs');
    const kept = readdirSync(site.folder()).map((name) => readFileSync(`${site.folder()}/${name}`, 'latin1'));
    expect([...kept, ...site.log, metricsText()].join('')).not.toContain('secret-token');
    ehr.close();
  });

  test('reads what was not sent, and the answer is as good as if it had been', async () => {
    const rows = prefetchOf([
      {
        ...NALTREXONE,
        id: 'm1',
        status: 'active',
        authoredOn: '2026-01-05',
        medicationCodeableConcept: { text: 'morphine 10 mg tablet' },
      },
    ]);
    const ehr = await serverThat((path) => ({
      json: path.includes('Patient/')
        ? rows.patient
        : path.includes('MedicationRequest')
          ? rows.orders
          : empty,
    }));
    await site.isSetUp({}, { issuer: ehr.base });
    // A busy machine may hold a reading up beyond its time.
    await vi.waitFor(
      async () => {
        const [card] = await cardsOf(service, {
          drafts: [NALTREXONE],
          prefetch: {},
          fhirServer: ehr.base,
          fhirAuthorization: token,
        });
        expect(card?.summary).toContain('morphine 10 mg tablet');
      },
      { timeout: 10_000 },
    );
    ehr.close();
  });

  test.each([
    ['never answers', 60_000],
    ['answers late', 450],
  ])('an EHR that %s is not waited for: a warning within half a second', async (_how, afterMs) => {
    const ehr = await serverThat(() => ({ json: empty, afterMs }));
    await site.isSetUp({}, { issuer: ehr.base });
    await cardsOf(service, { drafts: [NALTREXONE], prefetch: {} });
    const took: number[] = [];
    // A busy machine may hold any one of them up.
    for (let time = 0; time < 3; time += 1) {
      const begun = performance.now();
      const [card] = await cardsOf(service, {
        drafts: [NALTREXONE],
        prefetch: {},
        fhirServer: ehr.base,
        fhirAuthorization: token,
      });
      took.push(performance.now() - begun);
      expect(card?.summary).toMatch(/^Cannot tell/);
    }
    expect(Math.min(...took)).toBeLessThan(500);
    ehr.close();
  });
});

test('keys that the EHR does not hand out in time: call again, the user does not wait', async () => {
  const keys = await serverThat((path) => ({ json: { keys: [] }, afterMs: path === '/slow' ? 60_000 : 0 }));
  await site.isSetUp({ jku: `${keys.base}/slow` });
  const begun = performance.now();
  const response = await post(service, call());
  expect(response.status).toBe(503);
  expect(performance.now() - begun).toBeLessThan(2_000);
  keys.close();
});

describe('browsers', () => {
  const preflight = (origin: string) =>
    answerPreflight(new Request(address, { method: 'OPTIONS', headers: { origin } })).headers;

  test('of a listed origin may call, of others not', async () => {
    await site.isSetUp({ browserOrigins: ['https://ehr.example'] });
    expect(preflight('https://ehr.example').get('access-control-allow-origin')).toBe('https://ehr.example');
    for (const origin of ['https://ehr.example.evil.example', 'null', 'https://evil.example'])
      expect(preflight(origin).get('access-control-allow-origin')).toBeNull();
  });
});

describe('feedback is counted, by outcome and reason, and nothing of it is kept', () => {
  const give = (body: unknown) =>
    jwtFor(addressOf(service, true)).then((jwt) => post(service, body, jwt, true));
  const coding = { system: 'http://terminology.hl7.org/CodeSystem/x', code: 'risk-benefit-ratio' };
  const counted = (labels: string) =>
    Number(
      new RegExp(`ldn_hook_feedback_total\\{service="${service}",${labels}\\} (\\d+)`).exec(
        metricsText(),
      )?.[1] ?? 0,
    );

  test.each([
    [
      'as the specification has it',
      {
        feedback: [
          {
            card: 'x',
            outcome: 'overridden',
            overrideReason: { reason: coding, userComment: 'said by Dr Private' },
          },
        ],
      },
    ],
    [
      'as Epic has it',
      {
        card: 'x',
        outcome: 'overridden',
        overrideReasons: [{ reason: coding, extension: [] }],
        outcomeTimestamp: 'x',
      },
    ],
    [
      'with codings in a list',
      { feedback: [{ card: 'x', outcome: 'overridden', overrideReasons: [coding] }] },
    ],
  ])('%s', async (_how, body) => {
    const before = counted('outcome="overridden",reason="risk-benefit-ratio"');
    expect((await give(body)).status).toBe(200);
    expect(counted('outcome="overridden",reason="risk-benefit-ratio"')).toBe(before + 1);
    expect(`${site.log.join('')}${metricsText()}`).not.toContain('Private');
  });

  test('in a batch, acceptances too', async () => {
    const accepted = counted('outcome="accepted",reason="none"');
    const response = await give({
      feedback: [
        { card: 'a', outcome: 'accepted', acceptedSuggestions: [{ id: 'b' }] },
        { card: 'c', outcome: 'overridden' },
      ],
    });
    expect(response.status).toBe(200);
    expect(counted('outcome="accepted",reason="none"')).toBe(accepted + 1);
  });

  test.each([['no feedback'], [{ feedback: 'none' }], [{ outcome: 'ignored' }]])(
    '%j is refused',
    async (body) => {
      expect((await give(body)).status).toBe(400);
    },
  );
});
