import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { audit } from '#lib/operations/audit.ts';
import { markLocalRequests } from '#lib/operations/local-requests.ts';
import { measureRequests, routeOf } from '#lib/operations/measure-requests.ts';
import { count, metricsText, observe } from '#lib/operations/metrics.ts';
import { VERSION } from '#lib/settings/version.ts';
import { GET } from '../../app/metrics/route.ts';

beforeEach(() => {
  Reflect.deleteProperty(globalThis, Symbol.for('ldn-titration.metrics'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('each audited act is counted by its outcome, with its duration, without its ids', () => {
  audit({ event: 'read', outcome: 'complete', launch: 'l', patient: 'Patient/p1', ms: 300 });
  audit({ event: 'judgement', outcome: 'none-found', patient: 'Patient/p1' });
  audit({ event: 'write', outcome: 'written', user: 'Practitioner/d1' });
  audit({ event: 'write', outcome: 'written' });
  audit({ event: 'refusal', outcome: 'STATE_MISMATCH', ids: { reference: 'ABCD2345' } });
  const text = metricsText();
  expect(text).toContain('ldn_reads_total{outcome="complete"} 1\n');
  expect(text).toContain('ldn_verdicts_total{verdict="none-found"} 1\n');
  expect(text).toContain('ldn_writes_total{outcome="written"} 2\n');
  expect(text).toContain('ldn_refusals_total{code="STATE_MISMATCH"} 1\n');
  expect(text).toContain('ldn_act_duration_seconds_bucket{act="read",le="0.25"} 0\n');
  expect(text).toContain('ldn_act_duration_seconds_bucket{act="read",le="0.5"} 1\n');
  for (const id of ['p1', 'd1', 'ABCD2345']) expect(text).not.toContain(id);
});

test('the version of the app is a label of its own', () => {
  expect(metricsText()).toContain(`ldn_build_info{version="${VERSION}"} 1\n`);
});

test('a label can hold no more than a word: what someone typed is counted as other', () => {
  count('ldn_refusals_total', { code: 'Jane "Doe"\n' });
  expect(metricsText()).toContain('ldn_refusals_total{code="other"} 1');
});

test('every line is Prometheus text, every family has its help and type', () => {
  observe('ldn_http_request_duration_seconds', { route: '/chart/[launch]/safety' }, 0.2);
  for (const line of metricsText().trimEnd().split('\n')) {
    expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{(\w+="[^"\\]*",?)*\})? -?[\d.e+-]+)$/);
  }
});

test('a launch id never becomes a label', () => {
  const id = 'x'.repeat(43);
  expect(routeOf(`/chart/${id}/safety?closed=plan`)).toBe('/chart/[launch]/safety');
  expect(routeOf(`/chart/${id}/secret`)).toBe('other');
  expect(routeOf('/launch?iss=https://ehr.example')).toBe('/launch');
  expect(routeOf('/')).toBe('/');
});

describe('requests', () => {
  const server = createServer((request, response) => {
    response.statusCode = request.url === '/health' ? 200 : 404;
    response.end();
  });
  afterAll(() => server.close());

  test('in and out are counted as they happen', async () => {
    measureRequests();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health`);
    await vi.waitFor(() =>
      expect(metricsText()).toContain('ldn_http_requests_total{route="/health",method="GET",status="200"} 1'),
    );
    expect(metricsText()).toContain('ldn_ehr_requests_total{method="GET",status="200"} 1');
    expect(server.requestTimeout).toBe(30_000);
  });
});

describe('who may read them', () => {
  const server = createServer((request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)] as const);
    response.statusCode = GET(
      new Request('http://app.example/metrics', { headers: [...headers] as [string, string][] }),
    ).status;
    response.end();
  });
  beforeAll(async () => {
    markLocalRequests();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());
  const ask = (headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      const { port } = server.address() as AddressInfo;
      get({ host: '127.0.0.1', port, headers, agent: false }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      }).on('error', reject);
    });

  test('without a token, this machine alone, asked directly', async () => {
    expect(await ask()).toBe(200);
    expect(await ask({ host: 'ldn.example' })).toBe(404);
  });

  test.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip', 'via'])(
    'what came by a proxy (%s) is of elsewhere, whatever the header says',
    async (name) => {
      expect(await ask({ [name]: '127.0.0.1' })).toBe(404);
      expect(await ask({ [name]: '192.0.2.1' })).toBe(404);
    },
  );

  test("a request cannot bring this machine's mark along", () => {
    const forged = {
      host: '127.0.0.1:3000',
      'x-ldn-of-this-machine': 'true',
      'x-forwarded-for': '127.0.0.1',
    };
    expect(GET(new Request('http://127.0.0.1:3000/metrics', { headers: forged })).status).toBe(404);
  });

  test('with a token, its holder alone, from anywhere', async () => {
    vi.stubEnv('METRICS_TOKEN', 'token-of-the-monitoring');
    expect(await ask()).toBe(404);
    expect(await ask({ authorization: 'Bearer wrong' })).toBe(404);
    expect(
      await ask({ authorization: 'Bearer token-of-the-monitoring', 'x-forwarded-for': '192.0.2.1' }),
    ).toBe(200);
  });
});
