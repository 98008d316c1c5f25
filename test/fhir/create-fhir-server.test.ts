import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';

/** A real HTTP server: cut connections, slow answers and redirects are not pretended. */
let http: Server;
let elsewhere: Server;
let base = '';
let foreign = '';
let answer: (request: IncomingMessage, response: ServerResponse, attempt: number) => void;
let requests: {
  url: string;
  method: string;
  authorization: string | undefined;
  headers: IncomingMessage['headers'];
}[] = [];
let strayRequests = 0;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  http = createServer((request, response) => {
    requests.push({
      url: request.url ?? '',
      method: request.method ?? '',
      authorization: request.headers.authorization,
      headers: request.headers,
    });
    answer(request, response, requests.length);
  });
  elsewhere = createServer((_, response) => {
    strayRequests += 1;
    response.end('{}');
  });
  base = `${await listen(http)}/fhir`;
  foreign = await listen(elsewhere);
});

afterAll(() => {
  http.closeAllConnections();
  http.close();
  elsewhere.closeAllConnections();
  elsewhere.close();
});

beforeEach(() => {
  requests = [];
  pauses = [];
  strayRequests = 0;
});

/** Pauses before retries, noted and not waited for. */
let pauses: number[] = [];
const wait = async (ms: number) => void pauses.push(ms);

const server = (over: Partial<Parameters<typeof createFhirServer>[0]> = {}) =>
  createFhirServer({ base, accessToken: async () => 'token-1', timeoutMs: 2_000, wait, ...over });

function json(response: ServerResponse, body: unknown, status = 200, headers: Record<string, string> = {}) {
  response
    .writeHead(status, { 'Content-Type': 'application/fhir+json', ...headers })
    .end(JSON.stringify(body));
}

describe('a read', () => {
  test('carries the token and asks for FHIR JSON', async () => {
    answer = (_, response) => json(response, { resourceType: 'Patient', id: 'p1' });
    const read = await server().get('Patient/p1');
    expect(read).toMatchObject({ kind: 'answer', status: 200, body: { id: 'p1' } });
    expect(requests).toMatchObject([
      {
        url: '/fhir/Patient/p1',
        authorization: 'Bearer token-1',
        headers: { accept: 'application/fhir+json' },
      },
    ]);
  });

  test.each([429, 503])('HTTP %i is tried again, at most twice', async (status) => {
    answer = (_, response, attempt) =>
      attempt < 3 ? json(response, {}, status) : json(response, { id: 'x' });
    expect(await server().get('Patient/p1')).toMatchObject({ status: 200 });
    requests = [];
    answer = (_, response) => json(response, {}, status);
    expect(await server().get('Patient/p1')).toMatchObject({ kind: 'answer', status });
    expect(requests).toHaveLength(3);
  });

  test('Retry-After is honoured, as seconds or as a date', async () => {
    const inTwoSeconds = new Date(Date.now() + 2_000).toUTCString();
    answer = (_, response, attempt) =>
      attempt < 3
        ? json(response, {}, 429, { 'Retry-After': attempt === 1 ? '1' : inTwoSeconds })
        : json(response, {});
    expect(await server().get('Patient/p1')).toMatchObject({ status: 200 });
    expect([1_000, 2_000]).toContain(pauses[1]);
    expect(pauses[0]).toBe(1_000);
  });

  test('without Retry-After the pauses grow', async () => {
    answer = (_, response) => json(response, {}, 503);
    await server().get('Patient/p1');
    expect(pauses).toEqual([250, 500]);
  });

  test('no pause outlasts the time limit', async () => {
    answer = (_, response) => json(response, {}, 503, { 'Retry-After': '4' });
    expect(await server({ timeoutMs: 50, wait: undefined }).get('Patient/p1')).toMatchObject({ status: 503 });
    expect(requests).toHaveLength(1);
  });

  test('a Retry-After longer than a prescriber waits is told at once', async () => {
    answer = (_, response) => json(response, {}, 429, { 'Retry-After': '60' });
    expect(await server().get('Patient/p1')).toMatchObject({ status: 429, retryAfter: 60 });
    expect(requests).toHaveLength(1);
  });

  test.each([400, 401, 403, 404, 410, 500, 502])('HTTP %i is not tried again', async (status) => {
    answer = (_, response) => json(response, { resourceType: 'OperationOutcome' }, status);
    expect(await server().get('Patient/p1')).toMatchObject({ kind: 'answer', status });
    expect(requests).toHaveLength(1);
  });

  test('HTTP 401 is tried once more with a renewed token', async () => {
    answer = (request, response) =>
      json(response, {}, request.headers.authorization === 'Bearer token-2' ? 200 : 401);
    const renewing = server({
      accessToken: async (rejected) => (rejected === 'token-1' ? 'token-2' : 'token-1'),
    });
    expect(await renewing.get('Patient/p1')).toMatchObject({ kind: 'answer', status: 200 });
    expect(requests).toHaveLength(2);
    const ended = server({
      accessToken: async (rejected) => (rejected ? Promise.reject(new Error('over')) : 'token-1'),
    });
    expect(await ended.get('Patient/p1')).toMatchObject({ kind: 'answer', status: 401 });
  });

  test('a cut connection is tried again, then told', async () => {
    answer = (request) => request.socket.destroy();
    expect(await server().get('Patient/p1')).toEqual({ kind: 'silence', why: 'unreachable', status: null });
    expect(requests).toHaveLength(3);
  });

  test('an answer cut in the middle is no answer', async () => {
    answer = (request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/fhir+json', 'Content-Length': '500' });
      response.write('{"resourceType":"Bundle",');
      setTimeout(() => request.socket.destroy(), 5);
    };
    expect(await server().get('Patient/p1')).toMatchObject({ kind: 'silence', why: 'unreachable' });
  });

  test('truncated JSON is no answer', async () => {
    answer = (_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'application/fhir+json' })
        .end('{"resourceType":"Bundle","entry":[');
    };
    expect(await server().get('Patient/p1')).toEqual({ kind: 'silence', why: 'not-json', status: 200 });
  });

  test('an HTML page is no answer, whatever its status', async () => {
    answer = (_, response) => {
      response.writeHead(500, { 'Content-Type': 'text/html' }).end('<html>Ann Test-Alpha</html>');
    };
    expect(await server().get('Patient/p1')).toEqual({ kind: 'silence', why: 'not-json', status: 500 });
  });

  test('a server that does not answer is given up after the time limit', async () => {
    answer = () => {};
    expect(await server({ timeoutMs: 50 }).get('Patient/p1')).toMatchObject({ why: 'timed-out' });
  });

  test('a server that dribbles is given up after the time limit', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/fhir+json' });
      response.write('{');
    };
    expect(await server({ timeoutMs: 50 }).get('Patient/p1')).toMatchObject({ why: 'timed-out' });
  });

  const large = Buffer.alloc(50_000_000, ' ');
  test.each([
    ['packed', gzipSync(large), { 'Content-Encoding': 'gzip' }],
    ['as it is', large, {}],
  ])('an answer of 50 MB is given up while it streams, %s', async (_how, body, encoding) => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', ...encoding }).end(body);
    };
    expect(await server().get('metadata')).toMatchObject({ kind: 'silence', why: 'too-large' });
  });

  test('JSON nested a hundred thousand deep is not parsed', async () => {
    answer = (_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end('['.repeat(100_000) + ']'.repeat(100_000));
    };
    expect(await server().get('metadata')).toMatchObject({ kind: 'silence', why: 'too-large' });
  });

  test('brackets in a text are no nesting', async () => {
    answer = (_, response) => json(response, { text: `${'[{'.repeat(200)}\\"` });
    expect(await server().get('metadata')).toMatchObject({ kind: 'answer', status: 200 });
  });

  test('what a server tells everybody is asked without a token', async () => {
    answer = (_, response) => json(response, { resourceType: 'CapabilityStatement' });
    expect(await server({ accessToken: null }).get('metadata')).toMatchObject({ status: 200 });
    answer = (_, response) => json(response, {}, 401);
    expect(await server({ accessToken: null }).get('metadata')).toMatchObject({ status: 401 });
    expect(requests.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });

  test('an ended sign-in sends no request', async () => {
    const ended = server({ accessToken: async () => Promise.reject(new Error('refused')) });
    expect(await ended.get('Patient/p1')).toMatchObject({ kind: 'silence', why: 'session-ended' });
    expect(requests).toHaveLength(0);
  });
});

describe('the token leaves for no other host', () => {
  test('a foreign address is not asked', async () => {
    expect(await server().get(`${foreign}/fhir/Patient/p1`)).toMatchObject({ why: 'foreign-address' });
    expect(strayRequests).toBe(0);
  });

  test.each([301, 302, 307, 308])('a redirect (HTTP %i) is not followed', async (status) => {
    answer = (_, response) =>
      void response.writeHead(status, { Location: `${foreign}/fhir/Patient/p1` }).end();
    expect(await server().get('Patient/p1')).toMatchObject({ kind: 'answer', status });
    expect(strayRequests).toBe(0);
  });

  test('the Location of an empty 201 is told, not followed', async () => {
    answer = (_, response) =>
      void response.writeHead(201, { Location: `${foreign}/MedicationRequest/9` }).end();
    const created = await server().create({ resourceType: 'MedicationRequest' });
    expect(created).toMatchObject({ status: 201, body: null, location: `${foreign}/MedicationRequest/9` });
    expect(strayRequests).toBe(0);
    expect(requests).toHaveLength(1);
  });
});

describe('a create', () => {
  test('is posted to its type and asks for the resource back', async () => {
    answer = (_, response) => json(response, { id: '9' }, 201, { ETag: 'W/"1"' });
    const created = await server().create(
      { resourceType: 'MedicationRequest' },
      { ifNoneExist: 'identifier=a|b' },
    );
    expect(created).toMatchObject({ status: 201, body: { id: '9' }, etag: 'W/"1"' });
    expect(requests).toMatchObject([
      {
        url: '/fhir/MedicationRequest',
        method: 'POST',
        headers: { prefer: 'return=representation', 'if-none-exist': 'identifier=a|b' },
      },
    ]);
  });

  test('a transaction is posted to the base itself', async () => {
    answer = (_, response) => json(response, { resourceType: 'Bundle' });
    await server().create({ resourceType: 'Bundle' });
    expect(requests).toMatchObject([{ url: '/fhir', method: 'POST' }]);
  });

  test.each([429, 503])('is never sent twice (HTTP %i)', async (status) => {
    answer = (_, response) => json(response, {}, status, { 'Retry-After': '0' });
    await server().create({ resourceType: 'MedicationRequest' });
    expect(requests).toHaveLength(1);
  });

  test('is never sent twice (cut connection)', async () => {
    answer = (request) => request.socket.destroy();
    expect(await server().create({ resourceType: 'MedicationRequest' })).toMatchObject({
      why: 'unreachable',
    });
    expect(requests).toHaveLength(1);
  });

  test('a 201 whose body cannot be read is still a 201 with its Location', async () => {
    answer = (_, response) => {
      response
        .writeHead(201, { 'Content-Type': 'text/html', Location: 'MedicationRequest/9' })
        .end('<p>created</p>');
    };
    expect(await server().create({ resourceType: 'MedicationRequest' })).toMatchObject({
      kind: 'answer',
      status: 201,
      location: 'MedicationRequest/9',
    });
  });
});
