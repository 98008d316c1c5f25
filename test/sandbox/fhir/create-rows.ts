/** Writing: one draft, or several that stand together or not at all. */
import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { FaultSwitches } from '../faults.ts';
import { parseJson, RequestRefused, readBody } from '../http.ts';
import {
  type Answer,
  type Call,
  type FhirStore,
  route,
  SILENCE,
  scopeMissing,
  unknownParameter,
  versionHeaders,
} from './call.ts';
import { changeBeforeWrite } from './chart-changes.ts';
import { FHIR_JSON, issueCode, outcome, type Reply, refusals } from './reply.ts';
import { reachOf } from './scopes.ts';
import { servedType } from './served-types.ts';
import { answerAfterWrite, asStored } from './write-faults.ts';
import { refusalOf, withReferences } from './write-rules.ts';

export const BODY_LIMIT = 2_000_000;

/** @see https://hl7.org/fhir/R4/http.html#create */
export async function createRow(store: FhirStore, call: Call, type: string): Promise<Answer> {
  const { request, faults } = call;
  const resource = await posted(store.base, request);
  if (resource.resourceType !== type) {
    return outcome(400, 'invalid', `The address says ${type}, the body ${resource.resourceType}.`);
  }
  const refused = await refusalOfAll(store, call, [resource]);
  if (refused) return refused;
  if (faults.loseWrite) return SILENCE;

  const header = request.headers['if-none-exist'];
  const ifNoneExist = faults.ignoreConditionalCreate ? undefined : Array.isArray(header) ? header[0] : header;
  const unknown = unknownParameter(type, new URLSearchParams(ifNoneExist));
  if (unknown !== undefined)
    return outcome(412, 'not-supported', `${type} cannot be searched by "${unknown}".`);

  const reply = await route(
    store.repository,
    'POST',
    type,
    withoutId(asStored(resource, faults)),
    ifNoneExist,
  );
  if (reply.resource?.resourceType !== type) return reply;
  const { id, meta } = reply.resource;
  store.writtenByApps.add(`${type}/${id}`);
  await sleep(faults.writeDelayMs ?? 0);
  const headers = {
    ...versionHeaders(reply.resource),
    location: faults.relativeLocation
      ? `4_0_1/${type}/${id}`
      : `${store.base}/${type}/${id}/_history/${meta?.versionId}`,
  };
  const minimal = /return=minimal/.test(String(request.headers.prefer ?? ''));
  const whole = faults.emptyCreated || minimal ? { status: reply.status, headers } : { ...reply, headers };
  return answerAfterWrite(whole, faults, ifNoneExist !== undefined);
}

/** Creates alone, all of them or none. @see https://hl7.org/fhir/R4/http.html#transaction */
export async function runTransaction(store: FhirStore, call: Call): Promise<Answer> {
  const { faults } = call;
  const bundle = await posted(store.base, call.request);
  if (bundle.resourceType !== 'Bundle' || bundle.type !== 'transaction') {
    return outcome(400, 'invalid', 'What is posted to the base is a Bundle of type transaction.');
  }
  const entries = bundle.entry ?? [];
  const resources: Resource[] = [];
  for (const { request, resource } of entries) {
    if (request?.method !== 'POST' || resource === undefined || request.url !== resource.resourceType) {
      return refusals.notAllowed(
        'A transaction may hold creates alone (request.method POST, request.url the resource type).',
      );
    }
    resources.push(resource);
  }
  const siblings = new Set(entries.flatMap(({ fullUrl }) => fullUrl ?? []));
  const refused = await refusalOfAll(store, call, resources, siblings);
  if (refused) return refused;
  if (faults.loseWrite) return SILENCE;

  const stored: Bundle = {
    ...bundle,
    entry: entries.map(({ fullUrl, request }, index) => {
      const resource = resources[index] as Resource;
      const ifNoneExist = faults.ignoreConditionalCreate ? undefined : request?.ifNoneExist;
      return {
        fullUrl,
        resource: withoutId(asStored(resource, faults)),
        request: { method: 'POST', url: resource.resourceType, ...(ifNoneExist ? { ifNoneExist } : {}) },
      };
    }),
  };
  const reply = await route(store.repository, 'POST', '', stored);
  for (const { response } of (reply.resource as Bundle).entry ?? []) {
    const [type, id] = (response?.location ?? '').split('/').slice(-2);
    if (type && id) store.writtenByApps.add(`${type}/${id}`);
  }
  await sleep(faults.writeDelayMs ?? 0);
  return answerAfterWrite(reply, { ...faults, repeatWrite: false }, false);
}

/** The first refusal of any of them, before anything is stored. */
async function refusalOfAll(
  store: FhirStore,
  call: Call,
  resources: readonly Resource[],
  siblings?: ReadonlySet<string>,
): Promise<Reply | null> {
  const { grant, faults } = call;
  for (const resource of resources) {
    const type = resource.resourceType;
    if (!servedType(type)?.create || faults.readOnly)
      return refusals.notAllowed(`Apps cannot create ${type} here.`);
    if (reachOf(grant.scopes, type, 'c') === null) return scopeMissing(type, 'create');
    if (grant.patient === null) return refusals.forbidden('This app was launched without a patient.');
    const refused = refusedByFault(faults) ?? refusalOf(resource, grant.patient, store.repository, siblings);
    if (refused) return refused;
    await changeBeforeWrite(store, call, type);
  }
  return null;
}

function refusedByFault({ refuseWrite }: FaultSwitches): Reply | null {
  return refuseWrite ? outcome(refuseWrite.status, issueCode(refuseWrite.status), refuseWrite.text) : null;
}

/** The resource of a request's body, with references to this server made relative. */
async function posted(base: string, request: IncomingMessage): Promise<Resource> {
  const contentType = (request.headers['content-type'] ?? '').split(';')[0]?.trim();
  if (contentType !== FHIR_JSON && contentType !== 'application/json') {
    throw new RequestRefused(415, `The content type is "${contentType}"; ${FHIR_JSON} is expected.`);
  }
  const body = parseJson(await readBody(request, BODY_LIMIT));
  if (body === null || typeof body !== 'object' || typeof (body as Resource).resourceType !== 'string') {
    throw new RequestRefused(400, 'The body is no FHIR resource: resourceType is missing.');
  }
  return withReferences(body as Resource, (reference) =>
    reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference,
  );
}

/** The server gives ids. */
function withoutId<T extends Resource>(resource: T): T {
  const { id: _clientsOwn, ...rest } = resource;
  return rest as T;
}
