/** A FHIR server built with msw, each search to be answered otherwise by a test. */

import { getResponse, type HttpHandler, HttpResponse, http } from 'msw';
import type { Chart } from '#lib/chart/chart.ts';
import { CHART_PARTS } from '#lib/chart/read/raw-chart.ts';
import { type ChartRequest, readChart } from '#lib/chart/read/read-chart.ts';
import { readCapabilities } from '#lib/fhir/capabilities.ts';
import { createFhirServer } from '#lib/fhir/create-fhir-server.ts';
import type { CalendarDate } from '#lib/time/calendar-date.ts';
import type { Json } from '../chart-json.ts';
import { patient } from '../chart-json.ts';

export const BASE = 'https://ehr.example/fhir';

export type Answer = (url: URL) => Response | Promise<Response>;

let handlers: HttpHandler[] = [];

/** fetch as the handlers answer it: a cut connection rejects, and so does the time limit. */
async function fetchFromHandlers(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const { promise: timeUp, reject } = Promise.withResolvers<never>();
  // The signal itself: a Request follows the one it was given by a weak reference only.
  const signal = init?.signal;
  signal?.addEventListener('abort', () => reject(signal.reason));
  const response = await Promise.race([getResponse(handlers, request), timeUp]);
  if (response === undefined || response.type === 'error') throw new TypeError('fetch failed');
  return response;
}

export const fhir = (body: unknown, status = 200) =>
  HttpResponse.text(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/fhir+json' } });

export const searchset = (resources: readonly Json[], over: Json = {}): Json => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({
    fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`,
    resource,
    search: { mode: 'match' },
  })),
  ...over,
});

export const outcome = (severity: string, code = 'processing', text = 'said so'): Json => ({
  resourceType: 'OperationOutcome',
  issue: [{ severity, code, details: { coding: [{ code: '4119' }], text } }],
});

interface Asked {
  /** "MedicationRequest?patient=p1&_count=200", below the base. */
  readonly address: string;
  readonly authorization: string | null;
}

/**
 * Answers `answers` by path ("MedicationRequest", "Medication/x") and every other search with an empty list. Requests to any
 * other host are answered, and noted in `elsewhere`.
 */
export function ehr(answers: Readonly<Record<string, Answer>>) {
  const asked: Asked[] = [];
  const elsewhere: Asked[] = [];
  handlers = [
    http.get(`${BASE}/*`, ({ request }) => {
      const url = new URL(request.url);
      const path = url.pathname.slice('/fhir/'.length);
      asked.push({ address: `${path}${url.search}`, authorization: request.headers.get('authorization') });
      const answer = answers[path];
      if (answer !== undefined) return answer(url);
      return path === 'Patient/p1' ? fhir(patient()) : fhir(searchset([]));
    }),
    http.all('*', ({ request }) => {
      elsewhere.push({ address: request.url, authorization: request.headers.get('authorization') });
      return fhir(searchset([]));
    }),
  ];
  return { asked, elsewhere };
}

export const ALL_SCOPES = ['launch', 'openid', 'patient/*.rs'];

/** What a server that supports everything says of itself. */
export function statement(types: readonly string[], resource: Json = {}): Json {
  return {
    resourceType: 'CapabilityStatement',
    fhirVersion: '4.0.1',
    rest: [{ mode: 'server', resource: types.map((type) => ({ type, ...resource })) }],
  };
}

export const EVERYTHING: readonly string[] = CHART_PARTS;

export function read(over: Partial<ChartRequest> = {}, timeoutMs = 2_000): Promise<Chart> {
  const server = createFhirServer({
    base: BASE,
    accessToken: async () => 'token-1',
    fetch: fetchFromHandlers,
    timeoutMs,
    wait: async () => {},
  });
  return readChart(server, {
    patientId: 'p1',
    scopes: ALL_SCOPES,
    site: { standingWarnings: [], absent: [] },
    capabilities: readCapabilities(statement(EVERYTHING)),
    today: '2026-03-02' as CalendarDate,
    ...over,
  });
}
