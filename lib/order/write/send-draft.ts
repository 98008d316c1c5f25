/** Sends drafts once and says what the answer means. Nothing here sends twice. */
import { OWN_DRAFT_SYSTEM } from '#lib/chart/own-draft.ts';
import type { FhirAnswer, FhirServer, FhirSilence } from '#lib/fhir/fhir-server.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import { outcomeText } from '#lib/fhir/outcome.ts';
import { type DraftRequest, fullUrlOf } from '#lib/order/draft/draft-shape.ts';
import type { HandedOver } from '#lib/web-messaging/messages.ts';

/** POLICY: how long an EHR may think about a write before its outcome counts as unknown. */
const ANSWER_WITHIN_MS = 30_000;

/** What one answer says about one request. */
export type Sent =
  /** Stands now; no address where the answer named none. */
  | { readonly kind: 'created'; readonly location: string | null }
  /** The conditional create found an earlier one and made none. @see FHIR R4 http, conditional create */
  | { readonly kind: 'existing'; readonly location: string | null }
  | Refusal
  /** May or may not stand: only a look into the chart can tell. */
  | { readonly kind: 'unclear'; readonly why: string; readonly words: string | null };

/** Nothing was saved. */
export interface Refusal {
  readonly kind: 'refused' | 'conflict' | 'not-supported';
  readonly status: number;
  /** The EHR's own words. */
  readonly words: string | null;
  /** Seconds the EHR asks to wait. */
  readonly retryAfter: number | null;
}

/** One POST of one request. */
export async function sendOne(
  server: FhirServer,
  request: DraftRequest,
  conditional: boolean,
): Promise<Sent> {
  const condition = conditional ? { ifNoneExist: identifierQuery(request) } : {};
  const answer = await server.create(request, { ...condition, timeoutMs: ANSWER_WITHIN_MS });
  if (answer.kind === 'silence') return meaningOfSilence(answer);
  const { status, body, location } = answer;
  const address = locationOf(location) ?? idOf(body);
  if (status === 201) return { kind: 'created', location: address };
  if (status === 200) return { kind: conditional ? 'existing' : 'created', location: address };
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
  const results = isObject(body) ? new Fields(body, []).objects('entry').map(meaningOfEntry) : [];
  if (status === 200 && results.length === requests.length) return results;
  return requests.map(() => meaningOfFailure(answer));
}

function identifierQuery({ identifier: [{ value }] }: DraftRequest): string {
  return `identifier=${encodeURIComponent(`${OWN_DRAFT_SYSTEM}|${value}`)}`;
}

/** @see FHIR R4 Bundle.entry.response */
function meaningOfEntry(entry: Fields): Sent {
  const response = entry.object('response');
  const status = Number.parseInt(response?.text('status') ?? '', 10);
  const location = locationOf(response?.text('location') ?? null) ?? idOf(entry.object('resource')?.json);
  if (status === 201) return { kind: 'created', location };
  if (status === 200) return { kind: 'existing', location };
  const words = outcomeText(response?.object('outcome')?.json);
  return { kind: 'unclear', why: 'The EHR did not say of every order that it was saved.', words };
}

/** What the EHR's window answered to one order put on its scratchpad. @see SMART Web Messaging 1.0.0, scratchpad.create */
export function meaningOfHandOver({ status, location, words }: HandedOver): Sent {
  if (status === null) {
    return { kind: 'unclear', why: "The EHR's window did not say whether it took the order.", words };
  }
  if (status === 200 || status === 201) return { kind: 'created', location: locationOf(location) };
  return meaningOfRefusal(status, words, null);
}

const SILENCE_WORDS: Readonly<Record<Exclude<FhirSilence['why'], 'session-ended'>, string>> = {
  'timed-out': 'The EHR did not answer in time.',
  unreachable: 'The connection to the EHR broke.',
  'not-json': 'The answer of the EHR could not be read.',
  'too-large': 'The answer of the EHR was too large to be read.',
  'foreign-address': 'The EHR sent the request on to another address.',
};

function meaningOfSilence({ status, why }: FhirSilence): Sent {
  if (why === 'session-ended') {
    const words = 'The session with the EHR has ended. Open the app again from the chart.';
    return { kind: 'refused', status: status ?? 401, words, retryAfter: null };
  }
  if (status !== null && isRefusal(status))
    return { kind: refusalKind(status), status, words: null, retryAfter: null };
  return { kind: 'unclear', why: SILENCE_WORDS[why], words: null };
}

const NOT_FOR_THIS_APP = new Set([403, 404, 405, 501]);

/** A 4xx says that nothing was saved. A 5xx, or a success that is no creation, says nothing of the kind. */
function meaningOfFailure({ status, body, retryAfter }: FhirAnswer): Sent {
  return meaningOfRefusal(status, outcomeText(body), retryAfter);
}

function meaningOfRefusal(status: number, words: string | null, retryAfter: number | null): Sent {
  if (isRefusal(status)) return { kind: refusalKind(status), status, words, retryAfter };
  return { kind: 'unclear', why: `The EHR answered HTTP ${status}.`, words };
}

/** 408 says that the server stopped waiting, not that it saved nothing; 501 says that it cannot do this at all. */
function isRefusal(status: number): boolean {
  return (status >= 400 && status < 500 && status !== 408) || status === 501;
}

/** @see FHIR R4 http, create: 403 where this app may not, 404 and 405 where the type or the interaction is not there. */
function refusalKind(status: number): Refusal['kind'] {
  if (NOT_FOR_THIS_APP.has(status)) return 'not-supported';
  return status === 409 || status === 412 ? 'conflict' : 'refused';
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
