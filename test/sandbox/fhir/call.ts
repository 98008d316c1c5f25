/** One request of an app to the FHIR server, and what answering it takes. */
import type { IncomingMessage } from 'node:http';
import { getSearchParameter, getStatus } from '@medplum/core';
import { type FhirRequest, FhirRouter } from '@medplum/fhir-router';
import type { Resource } from '@medplum/fhirtypes';
import type { FaultSwitches, Faults } from '../faults.ts';
import type { IndexedRepository } from './indexed-repository.ts';
import { type Reply, refusals } from './reply.ts';
import type { Reach } from './scopes.ts';

/** What a bearer token says: who may do what, for whom. */
export interface TokenGrant {
  readonly scopes: readonly string[];
  readonly patient: string | null;
}

/** The server's own: one for all calls. */
export interface FhirStore {
  /** FHIR base URL without a trailing slash. */
  readonly base: string;
  readonly repository: IndexedRepository;
  readonly faults: Faults;
  /** Rows that apps created, as "Type/id". */
  readonly writtenByApps: Set<string>;
}

export interface Call {
  readonly request: IncomingMessage;
  readonly query: URLSearchParams;
  readonly grant: TokenGrant;
  readonly faults: FaultSwitches;
}

/** No answer at all: the connection is cut. */
export const SILENCE = 'silence';

/** An answer that is no FHIR: put on the wire as it stands. */
interface BrokenAnswer {
  readonly contentType: string;
  readonly body: string;
}

export type Answer = Reply | BrokenAnswer | typeof SILENCE;

const router = new FhirRouter();

/** Medplum's router over the repository, with nothing asked: what may be asked is decided before. */
export async function route(
  repository: IndexedRepository,
  method: 'GET' | 'POST',
  url: string,
  body?: Resource,
  ifNoneExist?: string,
): Promise<Reply> {
  const request: FhirRequest = {
    method,
    url,
    pathname: '',
    query: {},
    params: {},
    body,
    headers: ifNoneExist === undefined ? {} : { 'if-none-exist': ifNoneExist },
    config: { transactions: true },
  };
  const [result, resource] = await router.handleRequest(request, repository);
  return { status: getStatus(result), resource: resource ?? result };
}

export function scopeMissing(type: string, what: string): Reply {
  return refusals.forbidden(`The scopes granted do not let this app ${what} ${type}.`);
}

/** Whether a row is one that the token reaches: its own patient's, or nobody's. */
export function isWithin(
  reach: Reach,
  row: Resource,
  grant: TokenGrant,
  repository: IndexedRepository,
): boolean {
  const owner = repository.patientOf(row);
  return reach === 'user' || owner === null || owner === grant.patient;
}

const RESULT_PARAMETERS = new Set([
  '_count',
  '_offset',
  '_sort',
  '_include',
  '_revinclude',
  '_id',
  '_lastUpdated',
  '_format',
  '_total',
]);

/** The first parameter of a search that this server does not know. */
export function unknownParameter(type: string, query: URLSearchParams): string | undefined {
  return [...query.keys()].find((name) => {
    const bare = name.split(/[:.]/)[0] ?? name;
    return !RESULT_PARAMETERS.has(bare) && getSearchParameter(type, bare) === undefined;
  });
}

export function versionHeaders(resource: Resource | undefined): Record<string, string> {
  if (!resource?.meta?.versionId) return {};
  return {
    etag: `W/"${resource.meta.versionId}"`,
    ...(resource.meta.lastUpdated
      ? { 'last-modified': new Date(resource.meta.lastUpdated).toUTCString() }
      : {}),
  };
}
