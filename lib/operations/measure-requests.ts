/** Listens to Node's own announcements of requests, so that every one is counted without any code saying so. */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { count, observe } from './metrics.ts';

/** POLICY: a request that has not arrived whole by then is dropped, so that slow senders cannot hold the server. */
const REQUEST_ARRIVAL_MS = 30_000;
const HEADERS_ARRIVAL_MS = 10_000;

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly server: Server;
}

interface EhrRequest {
  readonly request: { readonly method: string };
  readonly response?: { readonly statusCode: number };
}

export function measureRequests(): void {
  const begun = new WeakMap<object, number>();

  subscribe('http.server.request.start', (message) => {
    const { request, server } = message as Exchange;
    begun.set(request, performance.now());
    server.requestTimeout = REQUEST_ARRIVAL_MS;
    server.headersTimeout = HEADERS_ARRIVAL_MS;
  });
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Exchange;
    const route = routeOf(request.url ?? '');
    count('ldn_http_requests_total', {
      route,
      method: methodOf(request.method),
      status: String(response.statusCode),
    });
    observe('ldn_http_request_duration_seconds', { route }, secondsSince(begun.get(request)));
  });

  // Node's fetch: the app sends no request but to EHRs.
  subscribe('undici:request:create', (message) => {
    begun.set((message as EhrRequest).request, performance.now());
  });
  subscribe('undici:request:headers', (message) => {
    const { request, response } = message as EhrRequest;
    count('ldn_ehr_requests_total', {
      method: methodOf(request.method),
      status: String(response?.statusCode),
    });
    observe(
      'ldn_ehr_request_duration_seconds',
      { method: methodOf(request.method) },
      secondsSince(begun.get(request)),
    );
  });
  subscribe('undici:request:error', (message) => {
    count('ldn_ehr_requests_total', {
      method: methodOf((message as EhrRequest).request.method),
      status: 'none',
    });
  });
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);

function methodOf(method: string | undefined): string {
  return method !== undefined && METHODS.has(method) ? method : 'other';
}

const ROUTES = /^\/(launch|callback|health|metrics|cds-services|\.well-known\/jwks\.json|_next)?(?:[/?]|$)/;
const SCREENS = /^\/chart\/[^/?]+\/(safety|plan|review|done|handout)(?:[/?]|$)/;

/** The route without its launch id. Exported for its test. */
export function routeOf(address: string): string {
  const screen = SCREENS.exec(address)?.[1];
  if (screen !== undefined) return `/chart/[launch]/${screen}`;
  const route = ROUTES.exec(address);
  return route === null ? 'other' : `/${route[1] ?? ''}`;
}

function secondsSince(start: number | undefined): number {
  return start === undefined ? 0 : (performance.now() - start) / 1000;
}
