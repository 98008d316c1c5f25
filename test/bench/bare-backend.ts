/**
 * What a launch costs without an app: the same requests to the EHR, sent as early as they can be, and a page that says how many rows came.
 * No session, no rules, nothing verified: the floor under any launch, on any machine.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { partSearches } from '#lib/chart/read/part-searches.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { clinicDay } from '#lib/time/clinic-day.ts';
import { CLIENT_IDS } from '../sandbox/authorization/apps.ts';
import { closed } from '../sandbox/listen.ts';

interface Endpoints {
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
}

interface Bundle {
  readonly entry?: readonly unknown[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

interface BareBackend {
  readonly url: string;
  close(): Promise<void>;
}

export async function startBareBackend(scope: string): Promise<BareBackend> {
  const endpoints = new Map<string, Promise<Endpoints>>();
  const begun = new Map<string, { readonly iss: string; readonly verifier: string }>();
  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.writeHead(500).end(error.message));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { client_id: CLIENT_IDS.public, redirect_uri: `${url}/callback` };

  function endpointsOf(iss: string): Promise<Endpoints> {
    const known = endpoints.get(iss) ?? json<Endpoints>(`${iss}/.well-known/smart-configuration`);
    endpoints.set(iss, known);
    return known;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (pathname === '/launch') {
      const iss = searchParams.get('iss') ?? '';
      const [state, verifier] = [
        randomBytes(32).toString('base64url'),
        randomBytes(32).toString('base64url'),
      ];
      begun.set(state, { iss, verifier });
      const asked = new URLSearchParams({
        ...client,
        response_type: 'code',
        scope,
        state,
        aud: iss,
        launch: searchParams.get('launch') ?? '',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      const location = `${(await endpointsOf(iss)).authorization_endpoint}?${asked}`;
      response.writeHead(303, { location }).end();
    } else if (pathname === '/callback') {
      const { iss, verifier } = begun.get(searchParams.get('state') ?? '') ?? { iss: '', verifier: '' };
      const body = new URLSearchParams({
        ...client,
        grant_type: 'authorization_code',
        code: searchParams.get('code') ?? '',
        code_verifier: verifier,
      });
      const { token_endpoint: address } = await endpointsOf(iss);
      const grant = await json<{ access_token: string; patient: string }>(address, { method: 'POST', body });
      const rows = await readEverything(iss, grant.patient, grant.access_token);
      response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1 id="verdict">${rows} rows</h1>`);
    } else response.writeHead(404).end();
  }

  return { url, close: () => closed(server) };
}

async function readEverything(iss: string, patient: string, token: string): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, accept: 'application/fhir+json' };
  const today = clinicDay(Date.now(), null);
  const capabilities = { kind: 'unavailable', why: 'not asked' } as const;
  const addresses = CHART_PARTS.flatMap((part) =>
    part === 'Patient'
      ? `Patient/${patient}`
      : partSearches(part, { patientId: patient, capabilities, today }).map(
          ([search]) => search?.address ?? part,
        ),
  );
  const counts = addresses.map(async (address) => {
    if (address.startsWith('Patient/')) return (await json<object>(`${iss}/${address}`, { headers })) && 1;
    let rows = 0;
    for (let next: string | undefined = `${iss}/${address}`; next !== undefined; ) {
      const page: Bundle = await json<Bundle>(next, { headers });
      rows += page.entry?.length ?? 0;
      next = page.link?.find(({ relation }) => relation === 'next')?.url;
    }
    return rows;
  });
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

async function json<T>(address: string, init?: RequestInit): Promise<T> {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address.split('?')[0]} answered ${response.status}`);
  return (await response.json()) as T;
}
