/**
 * The FHIR R4 server of the pretend EHR as apps meet it: scopes and the launched patient on every read, search and create,
 * pages, refusals, and the fault switches. Reading and writing themselves are Medplum's FHIR router over the repository.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from '../faults.ts';
import { RequestRefused, readBody, send } from '../http.ts';
import { type Answer, type Call, type FhirStore, SILENCE, type TokenGrant } from './call.ts';
import { capabilityStatement } from './capability-statement.ts';
import { BODY_LIMIT, createRow, runTransaction } from './create-rows.ts';
import type { IndexedRepository } from './indexed-repository.ts';
import { searchOfPage } from './pages.ts';
import { readRow, searchRows } from './read-rows.ts';
import { FHIR_JSON, issueCode, outcome, refusals } from './reply.ts';
import { SearchCache } from './search-cache.ts';
import { servedType } from './served-types.ts';

interface FhirServerParts {
  /** FHIR base URL without a trailing slash. */
  readonly base: string;
  readonly authorizationBase: string;
  readonly repository: IndexedRepository;
  readonly faults: Faults;
  /** The grant behind an access token, or null when it is unknown or has ended. */
  readonly grantOf: (accessToken: string) => Promise<TokenGrant | null>;
}

/** Answers a request under the FHIR base; `path` and `query` are what follows the base. */
export type FhirServer = (
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  query: URLSearchParams,
) => Promise<void>;

export function fhirServer({
  base,
  authorizationBase,
  repository,
  faults,
  grantOf,
}: FhirServerParts): FhirServer {
  const store: FhirStore = { base, repository, faults, writtenByApps: new Set() };
  const cache = new SearchCache();

  async function answer(
    request: IncomingMessage,
    path: readonly string[],
    query: URLSearchParams,
  ): Promise<Answer> {
    if (path.length === 1 && path[0] === 'metadata') {
      const switches = faults.for(null);
      await faults.wait(switches);
      return { status: 200, resource: capabilityStatement(base, authorizationBase, switches) };
    }
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    const grant = token === undefined ? null : await grantOf(token);
    const switches = faults.for(grant?.patient ?? null);
    await faults.wait(switches);
    if (grant === null) {
      return {
        ...outcome(
          401,
          'login',
          token === undefined ? 'No access token was sent.' : 'The access token is unknown or has ended.',
        ),
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
      };
    }
    return dispatch({ request, query, grant, faults: switches }, path);
  }

  const search = (call: Call, type: string) => cache.answer(call, type, () => searchRows(store, call, type));

  async function dispatch(call: Call, path: readonly string[]): Promise<Answer> {
    const { method } = call.request;
    const paged = method === 'GET' && path.length === 0 ? searchOfPage(call.query) : null;
    if (paged !== null) return searchRows(store, { ...call, query: paged.query }, paged.type);
    const [type, id] = path;
    if (method === 'POST' && type === undefined) return runTransaction(store, call);
    if (type === undefined || servedType(type) === undefined || call.faults.unsupported?.includes(type)) {
      return outcome(404, 'not-supported', `This server does not know ${type ?? 'searches without a type'}.`);
    }
    if (method === 'POST' && path.length === 1) return createRow(store, call, type);
    if (method === 'POST' && path.length === 2 && id === '_search') {
      const form = new URLSearchParams(await readBody(call.request, BODY_LIMIT));
      return search({ ...call, query: new URLSearchParams([...call.query, ...form]) }, type);
    }
    if (method === 'GET' || method === 'HEAD') {
      if (path.length === 1) return search(call, type);
      if (path.length === 2 && id !== undefined) return readRow(store, call, type, id);
    }
    return refusals.notAllowed(`${method} is not supported here; apps may read, search and create.`);
  }

  return async (request, response, path, query) => {
    const found = await answer(request, segments(path), query).catch((thrown: unknown) => {
      if (!(thrown instanceof RequestRefused)) throw thrown;
      return outcome(thrown.status, issueCode(thrown.status), thrown.message);
    });
    if (found === SILENCE) {
      response.destroy();
    } else if ('body' in found) {
      send(response, 200, found.contentType, found.body);
    } else {
      const body = found.resource && request.method !== 'HEAD' ? JSON.stringify(found.resource) : '';
      const type = faults.for(null).plainJson ? 'application/json;charset=utf-8' : FHIR_JSON;
      send(response, found.status, type, body, found.headers);
    }
  };
}

function segments(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    throw new RequestRefused(400, 'The address is not well encoded.');
  }
}
