/**
 * An EHR out of a FHIR server that knows no SMART: the pretend EHR's authorization server on the same origin, and in front of the
 * FHIR server a guard that passes on unchanged what the token allows, and refuses the rest.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Resource } from '@medplum/fhirtypes';
import { PRESCRIBER } from '../patients/chart-rows.ts';
import { startAuthorizationServer } from '../sandbox/authorization/authorization-server.ts';
import { Launches } from '../sandbox/authorization/launches.ts';
import { smartConfiguration } from '../sandbox/authorization/smart-configuration.ts';
import { STYLE_OF_THIS_EHR } from '../sandbox/chart-page/style-of-this-ehr.ts';
import { Faults } from '../sandbox/faults.ts';
import { FHIR_JSON, outcome, type Reply, refusals } from '../sandbox/fhir/reply.ts';
import { parseJson, readBody, send, sendJson } from '../sandbox/http.ts';
import { closed, listenOnLoopback, portOf } from '../sandbox/listen.ts';
import { mayBeSeen, refusalOf } from './token-guard.ts';

interface GuardedEhr {
  /** FHIR base as the app knows it. */
  readonly fhirBase: string;
  /** From now on FHIR requests go to this base on this machine. */
  guard(outsideBase: string): void;
  launchUrl(patient: string): string;
  close(): Promise<void>;
}

const BODY_LIMIT = 1_000_000;
/** Of a request that the server behind is to see; of an answer that the app is to see. */
const ASKED = ['accept', 'content-type', 'if-none-exist', 'prefer', 'cache-control'];
const ANSWERED = ['content-type', 'location', 'content-location', 'etag', 'last-modified', 'retry-after'];

/** @param path of the FHIR base, as the server behind has it: "/fhir". */
export async function startGuardedEhr(appUrl: string, path: string): Promise<GuardedEhr> {
  const servers = await listenOnLoopback(0);
  const url = `http://localhost:${portOf(servers)}`;
  const [fhirBase, issuer] = [`${url}${path}`, `${url}/authorization`];
  const launches = new Launches();
  const authorization = await startAuthorizationServer({
    issuer,
    fhirBase,
    styleUrl: `${url}/style.json`,
    appUrl,
    launches,
    faults: new Faults({}),
  });
  let outside = '';

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', url);
    if (pathname === `${path}/.well-known/smart-configuration`)
      return sendJson(response, 200, smartConfiguration(issuer));
    if (pathname.startsWith('/authorization/')) return authorization.handle(request, response);
    if (pathname === '/style.json') return sendJson(response, 200, STYLE_OF_THIS_EHR);
    if (pathname === path || pathname.startsWith(`${path}/`)) return guarded(request, response);
    return send(response, 404, 'text/plain', 'There is nothing here.');
  }

  async function guarded(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams: query, search } = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    const segments = pathname.slice(path.length).split('/').filter(Boolean);
    const text = method === 'POST' ? await readBody(request, BODY_LIMIT) : undefined;
    const isOpen = segments[0] === 'metadata';
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = isOpen ? null : await authorization.grantOf(token);
    if (!isOpen && grant === null) return refuse(response, outcome(401, 'login', 'No token known here.'));
    const refused = grant && refusalOf({ method, segments, query, body: text && parseJson(text) }, grant);
    if (refused) return refuse(response, refusals.forbidden(refused));

    const answer = await fetch(`${outside}${pathname.slice(path.length)}${search}`, {
      method,
      body: text,
      headers: only(ASKED, (name) => request.headers[name]?.toString()),
      redirect: 'manual',
    });
    const body = await answer.text();
    const isRead = method === 'GET' && segments.length === 2 && answer.ok;
    if (isRead && grant && !mayBeSeen(parseJson(body) as Resource, grant))
      return refuse(response, refusals.forbidden('This row is of another patient.'));
    response.writeHead(
      answer.status,
      only(ANSWERED, (name) => answer.headers.get(name) ?? undefined),
    );
    response.end(body);
  }

  for (const server of servers)
    server.on('request', (request, response) => {
      route(request, response).catch((thrown: unknown) => {
        console.error('guarded EHR:', thrown);
        if (response.headersSent) response.destroy();
        else send(response, 502, 'text/plain', 'The server behind did not answer.');
      });
    });
  return {
    fhirBase,
    guard: (base) => {
      outside = base;
    },
    launchUrl: (patient) => {
      const launch = launches.open({
        patient,
        encounter: null,
        user: PRESCRIBER.id ?? '',
        intent: null,
        appContext: null,
      });
      return `${appUrl}/launch?${new URLSearchParams({ iss: fhirBase, launch })}`;
    },
    close: async () => {
      await Promise.all(servers.map(closed));
    },
  };
}

const refuse = (response: ServerResponse, { status, resource }: Reply) =>
  send(response, status, FHIR_JSON, JSON.stringify(resource));

function only(names: readonly string[], read: (name: string) => string | undefined) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = read(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
