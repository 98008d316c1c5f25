/** Requests to an EHR's authorization side: bounded in time and size, encrypted, never redirected. */
import { hearClock } from '#lib/fhir/ehr-clock.ts';
import { isLoopback, isSecure } from '#lib/settings/site.ts';

/** POLICY: an authorization server that needs longer than this is as good as down for a waiting prescriber. */
export const REQUEST_TIMEOUT_MS = 8_000;
/** POLICY: real discovery documents, key sets and token answers are under 50 kB. */
const ANSWER_LIMIT_BYTES = 256 * 1024;

export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
}

/**
 * fetch with a limit on time (the body included) and size.
 *
 * @throws RequestRefused when the address is not allowed, the answer redirects or is too large;
 *   whatever fetch throws when there is no answer in time.
 */
export async function guardedFetch(address: string, init: RequestInit = {}): Promise<Response> {
  if (!isSecure(new URL(address))) throw new RequestRefused('the address is not https');
  const limit = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
  const response = await fetch(address, { ...init, signal, redirect: 'manual', cache: 'no-store' });
  hearClock(address, response.headers);
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    await response.body?.cancel();
    throw new RequestRefused(`the answer redirects (HTTP ${response.status})`);
  }
  const body = await readLimited(response);
  return new Response(body.length > 0 ? body : null, {
    status: response.status,
    headers: new Headers({ 'content-type': response.headers.get('content-type') ?? '' }),
  });
}

async function readLimited(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > ANSWER_LIMIT_BYTES) throw new RequestRefused(`the answer is over ${ANSWER_LIMIT_BYTES} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A JSON answer with status 200, parsed. @throws as guardedFetch, and RequestRefused on anything else. */
export async function fetchJson(address: string): Promise<unknown> {
  const response = await guardedFetch(address, { headers: { accept: 'application/json' } });
  if (response.status !== 200) throw new RequestRefused(`HTTP ${response.status}`);
  try {
    return await response.json();
  } catch {
    throw new RequestRefused('the answer is not JSON');
  }
}

/**
 * The address an EHR named, absolute, or null when the app may not call it: not https, or a loopback address named by
 * an EHR that is not itself on loopback. Relative addresses are resolved against the FHIR base.
 */
export function endpointOf(named: string, issuer: string): string | null {
  const base = new URL(issuer.endsWith('/') ? issuer : `${issuer}/`);
  if (!URL.canParse(named, base.href)) return null;
  const url = new URL(named, base.href);
  return isSecure(url) && (!isLoopback(url) || isLoopback(base)) ? url.href : null;
}
