/** Sends drafts once and says what the answer means. Nothing here sends twice. */
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import { outcomeIssues, outcomeText } from '#lib/fhir/outcome.ts';
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import { fullUrlOf, ownToken, ownValuesOf } from '#lib/order/draft/own-identifier.ts';
import type { HandedOver } from '#lib/web-messaging/messages.ts';
import type { Refusal, UnclearAnswer } from './write-outcome.ts';

/** POLICY: how long an EHR may think about a write before its outcome counts as unknown. */
const ANSWER_WITHIN_MS = 30_000;

/** What one answer says about one request; `location` where it named one, however it ended. */
export type Sent = { readonly location: string | null } & (
  | { readonly kind: 'created' | 'existing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unclear'; readonly why: UnclearAnswer; readonly words: string | null }
  | { readonly kind: 'unsent' }
);

/** One POST of one request. */
export async function sendOne(
  server: FhirServer,
  request: DraftRequest,
  conditional: boolean,
): Promise<Sent> {
  const condition = conditional ? { ifNoneExist: identifierQuery(request) } : {};
  const answer = await server.create(request, { ...condition, timeoutMs: ANSWER_WITHIN_MS });
  if (answer.kind === 'silence') return meaningOfSilence(answer);
  const { status, body } = answer;
  const location = addressIn(answer);
  const isDenied = location === null && saysError(body);
  if (status === 201 && !isDenied) return { kind: 'created', location };
  // A gateway's page to sign in at is a 200 too: only one that names the draft says that it stands.
  if (status === 200 && location !== null && !isAnother(body, request))
    return { kind: conditional ? 'existing' : 'created', location };
  return meaningOfFailure(answer);
}

/** One POST of all requests, of which the EHR takes all or none. One result a request, in their order. */
export async function sendTogether(
  server: FhirServer,
  requests: readonly DraftRequest[],
  conditional: boolean,
): Promise<readonly Sent[]> {
  const transaction = {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: requests.map((resource) => ({
      fullUrl: fullUrlOf(resource),
      resource,
      request: {
        method: 'POST',
        url: 'MedicationRequest',
        ...(conditional ? { ifNoneExist: identifierQuery(resource) } : {}),
      },
    })),
  };
  const answer = await server.create(transaction, { timeoutMs: ANSWER_WITHIN_MS });
  if (answer.kind === 'silence') return requests.map(() => meaningOfSilence(answer));
  const { status, body } = answer;
  const entries = isObject(body) ? new Fields(body, []).objects('entry') : [];
  const results = entries.map((entry, index) => meaningOfEntry(entry, requests[index]));
  if (status === 200 && results.length === requests.length) return results;
  return requests.map(() => meaningOfFailure(answer));
}

function saysError(body: unknown): boolean {
  return outcomeIssues(body).some(({ severity }) => severity === 'error' || severity === 'fatal');
}

/** The answer shows an order of another patient, or one that carries the identifier of another draft of ours. */
function isAnother(body: unknown, { subject, identifier: [own] }: DraftRequest): boolean {
  if (!isObject(body) || body.resourceType !== 'MedicationRequest') return false;
  const shown = new Fields(body, []);
  const patient = shown.object('subject')?.text('reference') ?? null;
  if (patient !== null && patient !== subject.reference && !patient.endsWith(`/${subject.reference}`))
    return true;
  const values = ownValuesOf(shown);
  return values.length > 0 && !values.includes(own.value);
}

function identifierQuery({ identifier: [{ value }] }: DraftRequest): string {
  return `identifier=${ownToken(value)}`;
}

/** @see FHIR R4 Bundle.entry.response */
function meaningOfEntry(entry: Fields, request: DraftRequest | undefined): Sent {
  const response = entry.object('response');
  const status = Number.parseInt(response?.text('status') ?? '', 10);
  const location = locationOf(response?.text('location') ?? null) ?? idOf(entry.object('resource')?.json);
  if (status === 201) return { kind: 'created', location };
  const isOther = request === undefined || isAnother(entry.object('resource')?.json, request);
  if (status === 200 && location !== null && !isOther) return { kind: 'existing', location };
  const words = outcomeText(response?.object('outcome')?.json);
  return { kind: 'unclear', why: { code: 'not-of-each' }, words, location };
}

/** What the EHR's window answered to one order put on its scratchpad. @see SMART Web Messaging 1.0.0, scratchpad.create */
export function meaningOfHandOver({ status, location: named, words }: HandedOver): Sent {
  const location = locationOf(named);
  if (status === null) return { kind: 'unclear', why: { code: 'window-silent' }, words, location };
  if (status === 200 || status === 201) return { kind: 'created', location };
  return meaningOfStatus(status, { words, retryAfter: null, location });
}

function meaningOfSilence({ status, why }: FhirSilence): Sent {
  if (why === 'session-ended') return { kind: 'unsent', location: null };
  if (status !== null && isRefusal(status)) {
    return meaningOfStatus(status, { words: null, retryAfter: null, location: null });
  }
  return { kind: 'unclear', why: { code: why }, words: null, location: null };
}

function meaningOfFailure(answer: FhirAnswer): Sent {
  const { status, body, retryAfter } = answer;
  const said = { words: outcomeText(body), retryAfter, location: addressIn(answer) };
  return meaningOfStatus(status, said);
}

interface Said extends Pick<Refusal, 'words' | 'retryAfter'> {
  readonly location: string | null;
}

/** Neither kind says that nothing was saved: what-stands.ts decides that, after a look. */
function meaningOfStatus(status: number, { words, retryAfter, location }: Said): Sent {
  if (!isRefusal(status)) return { kind: 'unclear', why: { code: 'http', status }, words, location };
  const refusal = { kind: refusalKind(status), status, words, retryAfter };
  return { kind: 'refused', refusal, location };
}

/** 408 says that the server stopped waiting; 501 says that it cannot do this at all. */
function isRefusal(status: number): boolean {
  return (status >= 400 && status < 500 && status !== 408) || status === 501;
}

const NOT_FOR_THIS_APP = new Set([403, 404, 405, 501]);

/** @see FHIR R4 http, create: 403 where this app may not, 404 and 405 where the type or the interaction is not there. */
function refusalKind(status: number): Refusal['kind'] {
  if (NOT_FOR_THIS_APP.has(status)) return 'not-supported';
  return status === 409 || status === 412 ? 'conflict' : 'refused';
}

function addressIn({ location, body }: FhirAnswer): string | null {
  return locationOf(location) ?? idOf(body);
}

const REQUEST_ADDRESS = /(?:^|\/)(MedicationRequest\/[^\s/?#]+)(?:\/_history\/[^/]*)?$/;

/** "MedicationRequest/1" of "https://ehr.example/fhir/MedicationRequest/1/_history/1": read back from our own EHR alone. */
function locationOf(location: string | null): string | null {
  return location?.match(REQUEST_ADDRESS)?.[1] ?? null;
}

function idOf(body: unknown): string | null {
  if (!isObject(body) || body.resourceType !== 'MedicationRequest') return null;
  const id = new Fields(body, []).text('id');
  return id === null ? null : `MedicationRequest/${id}`;
}
