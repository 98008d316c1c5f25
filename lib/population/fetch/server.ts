/** An EHR that exports: its requests carry a token of this client, which no other host ever gets. */

import { setTimeout as sleep } from 'node:timers/promises';
import { allowInsecureRequests, Configuration, clientCredentialsGrant, customFetch } from 'openid-client';
import { z } from 'zod';
import { keyAssertion } from '#lib/launch/authorization-client.ts';
import { endpointOf, fetchJson, guardedFetch } from '#lib/launch/guarded-fetch.ts';
import type { SigningKey } from '#lib/settings/signing-keys.ts';
import { retryAfterMs } from './retry-after.ts';

export interface ExportServer {
  /** FHIR base URL without a slash at its end. */
  readonly issuer: string;
  /**
   * Tries again where the server asks to be left in peace, is away for a moment, or no longer knows the token.
   * @param withToken false where the answer is to be had without: then no token is sent.
   * @throws ExportFailed
   */
  ask(address: string, init?: AskInit): Promise<Response>;
}

interface AskInit {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly withToken?: boolean;
}

/** Its message says what happened and holds no address, token or answer. */
export class ExportFailed extends Error {
  override readonly name = 'ExportFailed';
}

type Failure = 'not-smart' | 'no-token' | 'foreign-host' | 'unreachable' | 'not-encrypted';

/** POLICY: tries of one request, and the wait where the server names none. */
const MOST_TRIES = 8;
const WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** POLICY: to the first byte of an answer. */
const ANSWER_MS = 60_000;
/** Before a token ends it is renewed: a request under way must not lose it. */
const MARGIN_MS = 30_000;

interface Client {
  readonly id: string;
  readonly key: SigningKey;
  /** Hosts besides the issuer's that belong to the same EHR. */
  readonly hosts: readonly string[];
  readonly stop: AbortSignal;
  /** Wait between tries. */
  readonly wait?: (ms: number) => Promise<void>;
}

/** @throws ExportFailed where the server is no SMART server, or does not know this client. */
export async function openServer(given: string, client: Client): Promise<ExportServer> {
  const issuer = given.replace(/\/+$/, '');
  const token = await tokenSource(issuer, client);
  await token.now();
  const wait = client.wait ?? (async (ms) => void (await sleep(ms, undefined, { signal: client.stop })));
  const own = new Set([new URL(issuer).host, ...client.hosts]);
  return {
    issuer,
    async ask(address, { withToken = true, ...init } = {}) {
      const url = new URL(address, `${issuer}/`);
      if (endpointOf(url.href, issuer) === null) throw new ExportFailed('not-encrypted' satisfies Failure);
      if (withToken && !own.has(url.host)) throw new ExportFailed('foreign-host' satisfies Failure);
      let isRenewed = false;
      for (let tries = 1; ; tries += 1) {
        client.stop.throwIfAborted();
        const headers: Record<string, string> = { ...init.headers };
        if (withToken) headers.authorization = `Bearer ${await token.now()}`;
        const response = await answerTo(url, { ...init, headers }, client.stop);
        if (response?.status === 401 && withToken && !isRenewed) {
          isRenewed = true;
          token.forget();
          await response.body?.cancel();
          continue;
        }
        const isBusy = response === null || response.status === 429 || response.status >= 502;
        if (!isBusy) return response;
        if (tries >= MOST_TRIES) {
          if (response !== null) return response;
          throw new ExportFailed('unreachable' satisfies Failure);
        }
        await response?.body?.cancel();
        const asked = retryAfterMs(response?.headers.get('retry-after') ?? null, Date.now());
        await wait(Math.min(asked ?? WAIT_MS * tries, LONGEST_WAIT_MS));
      }
    },
  };
}

/** Null where there was no answer. A redirection is an answer: nothing is sent where it leads. */
async function answerTo(url: URL, init: RequestInit, stop: AbortSignal): Promise<Response | null> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), ANSWER_MS);
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.any([stop, late.signal]) });
  } catch {
    stop.throwIfAborted();
    return null;
  } finally {
    clearTimeout(timer);
  }
}

const smartConfiguration = z.looseObject({
  token_endpoint: z.string().max(2048),
  scopes_supported: z.array(z.string()).catch([]).default([]),
});

/** @see SMART App Launch 2.2.0, "Backend Services" */
async function tokenSource(issuer: string, { id, key }: Client) {
  const document = await fetchJson(`${issuer}/.well-known/smart-configuration`).catch(() => null);
  const read = smartConfiguration.safeParse(document);
  const endpoint = read.success ? endpointOf(read.data.token_endpoint, issuer) : null;
  if (!read.success || endpoint === null) throw new ExportFailed('not-smart' satisfies Failure);
  const scope = scopeFor(read.data.scopes_supported);
  const server = { issuer, token_endpoint: endpoint };
  const configuration = new Configuration(server, id, {}, await keyAssertion(key, endpoint));
  configuration[customFetch] = (address, init) => guardedFetch(address, init as RequestInit);
  if (endpoint.startsWith('http:')) allowInsecureRequests(configuration);
  let held: { readonly token: string; readonly until: number } | null = null;
  return {
    async now(): Promise<string> {
      if (held !== null && held.until > Date.now()) return held.token;
      try {
        const answer = await clientCredentialsGrant(configuration, { scope });
        const seconds = answer.expires_in ?? 300;
        held = {
          token: answer.access_token,
          until: Date.now() + seconds * 1000 - Math.min(MARGIN_MS, seconds * 500),
        };
        return held.token;
      } catch {
        throw new ExportFailed('no-token' satisfies Failure);
      }
    },
    forget: () => {
      held = null;
    },
  };
}

/** SMART's second version, or the first where a server knows that alone. */
function scopeFor(supported: readonly string[]): string {
  return !supported.includes('system/*.rs') && supported.includes('system/*.read')
    ? 'system/*.read'
    : 'system/*.rs';
}
