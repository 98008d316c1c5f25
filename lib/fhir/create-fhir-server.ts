/**
 * One EHR's FHIR server over HTTP, with the launch's token.
 *
 * The requests are sent with fetch and not with fhirclient: its client follows redirects, and the Location of an empty 201, with
 * the bearer token wherever they lead, reads answers of any size, and puts response bodies into its error messages. It does the
 * paging (paging.ts), over the guarded requests made here.
 */
import { setTimeout as timeout } from 'node:timers/promises';
import { addressUnder } from './address.ts';
import { hearClock } from './ehr-clock.ts';
import type { CreateOptions, FhirAnswer, FhirServer, FhirSilence } from './fhir-server.ts';
import { parseJson } from './parse-json.ts';

interface FhirServerOptions {
  /** FHIR base URL; the token goes to addresses under it and nowhere else. */
  readonly base: string;
  /**
   * The access token as it now stands; rejects when the launch has ended. Called once a request, and with the token that a read was
   * answered 401 to, to have that one renewed. Null sends none: for what a server tells everybody.
   */
  readonly accessToken: ((rejected?: string) => Promise<string>) | null;
  readonly fetch?: typeof globalThis.fetch;
  /** For one read with its retries, or one create. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** Waits before a retry; rejects when the time limit is reached first. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** POLICY: two more attempts, for what passes by itself: too many requests, not available, a cut connection. */
const RETRIES = 2;
const PASSING: ReadonlySet<number> = new Set([429, 503]);
/** POLICY: a server that asks for a longer pause is told to the prescriber instead of waited for. */
const LONGEST_PAUSE_MS = 5_000;
/** POLICY: before the first retry where the server names no time; doubled for the second. */
const PAUSE_MS = 250;

const JSON_TYPE = /^(?:application|text)\/(?:[\w.-]+\+)?json\b/i;

/**
 * Reads are sent up to three times within the time limit (Retry-After is honoured; after a 401 with a renewed token), creates once.
 * Redirects are not followed.
 * Failures come back as `silence`, which never holds a body; nothing here throws or logs.
 * @see FHIR R4 RESTful API; RFC 6750 section 2.1; RFC 9110 section 10.2.3
 */
export function createFhirServer(options: FhirServerOptions): FhirServer {
  const { timeoutMs = 15_000, wait = waitOut } = options;
  const base = options.base.replace(/\/+$/, '');

  async function get(
    address: string,
    { timeoutMs: limit = timeoutMs } = {},
  ): Promise<FhirAnswer | FhirSilence> {
    const url = addressUnder(base, address);
    if (url === null) return silence('foreign-address');
    const signal = AbortSignal.timeout(limit);
    let sender = options;
    for (let retry = 0; ; retry += 1) {
      const { outcome, retryAfter, token } = await send(sender, url, {}, signal);
      if (outcome.status === 401 && token !== null && sender === options) {
        const renewed = await renewedToken(options, token);
        if (renewed === null) return outcome;
        sender = { ...options, accessToken: async () => renewed };
        continue;
      }
      if (retry === RETRIES || !passes(outcome)) return outcome;
      const pause = retryAfter === null ? PAUSE_MS * 2 ** retry : retryAfter * 1_000;
      if (pause > LONGEST_PAUSE_MS) return outcome;
      try {
        await wait(pause, signal);
      } catch {
        return outcome;
      }
    }
  }

  async function create(
    resource: { readonly resourceType: string },
    { ifNoneExist, timeoutMs: limit = timeoutMs }: CreateOptions = {},
  ): Promise<FhirAnswer | FhirSilence> {
    const url = addressUnder(base, resource.resourceType === 'Bundle' ? '' : resource.resourceType);
    if (url === null) return silence('foreign-address');
    if (resource.resourceType === 'Bundle') url.pathname = url.pathname.replace(/(?<!\/)\/+$/, '');
    const headers: Record<string, string> = {
      'Content-Type': 'application/fhir+json',
      Prefer: 'return=representation',
    };
    if (ifNoneExist !== undefined) headers['If-None-Exist'] = ifNoneExist;
    const request = { method: 'POST', body: JSON.stringify(resource), headers };
    return (await send(options, url, request, AbortSignal.timeout(limit))).outcome;
  }

  return { base, get, create };
}

/** Another token than the one that was rejected; null when there is none. */
async function renewedToken({ accessToken }: FhirServerOptions, rejected: string): Promise<string | null> {
  const token = await accessToken?.(rejected).catch(() => null);
  return token === rejected ? null : (token ?? null);
}

function waitOut(ms: number, signal: AbortSignal): Promise<void> {
  return timeout(ms, undefined, { signal });
}

function passes(outcome: FhirAnswer | FhirSilence): boolean {
  return (outcome.status !== null && PASSING.has(outcome.status)) || isUnreachable(outcome);
}

function isUnreachable(outcome: FhirAnswer | FhirSilence): boolean {
  return outcome.kind === 'silence' && outcome.why === 'unreachable';
}

interface Sent {
  /** What the request was sent with; null when it was not sent. */
  readonly token: string | null;
  readonly outcome: FhirAnswer | FhirSilence;
  readonly retryAfter: number | null;
}

interface Request {
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function send(
  { accessToken, fetch = globalThis.fetch, maxBytes = 20_000_000 }: FhirServerOptions,
  url: URL,
  request: Request,
  signal: AbortSignal,
): Promise<Sent> {
  let token: string | null;
  try {
    token = accessToken && (await accessToken());
  } catch {
    return { outcome: silence('session-ended'), retryAfter: null, token: null };
  }
  let response: Response;
  try {
    response = await fetch(url, {
      ...request,
      headers: {
        Accept: 'application/fhir+json',
        ...(token !== null && { Authorization: `Bearer ${token}` }),
        ...request.headers,
      },
      redirect: 'manual',
      cache: 'no-store',
      signal,
    });
  } catch {
    return { outcome: silence(signal.aborted ? 'timed-out' : 'unreachable'), retryAfter: null, token };
  }
  hearClock(url, response.headers);
  const body = await readBody(response, maxBytes, signal);
  const retryAfter = secondsOf(response.headers.get('Retry-After'));
  // A server that has created the resource has created it, whatever came after its status line.
  const isDone = request.method === 'POST' && response.ok;
  if ('failed' in body && !isDone)
    return { outcome: silence(body.failed, response.status), retryAfter, token };
  const outcome: FhirAnswer = {
    kind: 'answer',
    status: response.status,
    body: 'failed' in body ? null : body.json,
    location: response.headers.get('Location'),
    etag: response.headers.get('ETag'),
    retryAfter,
  };
  return { outcome, retryAfter, token };
}

type Body = { readonly json: unknown } | { readonly failed: FhirSilence['why'] };

async function readBody(response: Response, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const text = await readText(response, maxBytes, signal);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return { json: null };
  if (!JSON_TYPE.test(response.headers.get('Content-Type') ?? '')) return { failed: 'not-json' };
  const parsed = parseJson(text);
  if ('json' in parsed) return parsed;
  return { failed: parsed.failed === 'too-deep' ? 'too-large' : 'not-json' };
}

/** The body as text, given up as soon as it is larger than allowed. */
async function readText(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<string | { readonly failed: FhirSilence['why'] }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > maxBytes) return { failed: 'too-large' };
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    return { failed: signal.aborted ? 'timed-out' : 'unreachable' };
  }
  return text + decoder.decode();
}

function silence(why: FhirSilence['why'], status: number | null = null): FhirSilence {
  return { kind: 'silence', why, status };
}

/** Retry-After is a number of seconds or a date. */
function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  if (/^\d+$/.test(header.trim())) return Number(header);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1_000));
}
