/** Which requests the pretend EHR was sent, and how many of them had to wait for one another. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

interface Sent {
  /** "GET /fhir/Patient/p1", without the query. */
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

interface Exchange {
  readonly request: IncomingMessage;
}

/** Listens, in the process of the pretend EHR, to what is asked of its FHIR and its authorization server. */
export class RequestsToEhr {
  #done: Sent[] = [];
  readonly #begun = new WeakMap<IncomingMessage, number>();

  constructor() {
    subscribe('http.server.request.start', this.#start);
    subscribe('http.server.response.finish', this.#finish);
  }

  readonly #start = (message: unknown): void => {
    this.#begun.set((message as Exchange).request, performance.now());
  };

  readonly #finish = (message: unknown): void => {
    const { request } = message as Exchange;
    const from = this.#begun.get(request);
    // The authorization server shortens the address on its way to the library that answers.
    const { originalUrl = request.url ?? '' } = request as { originalUrl?: string };
    const [path = ''] = originalUrl.split('?');
    if (from === undefined || !/^\/(fhir|authorization)\//.test(path)) return;
    this.#done.push({ what: `${request.method} ${path}`, from, to: performance.now() });
  };

  /** What was asked since the last call. */
  take(): readonly Sent[] {
    const taken = this.#done;
    this.#done = [];
    return taken;
  }

  stop(): void {
    unsubscribe('http.server.request.start', this.#start);
    unsubscribe('http.server.response.finish', this.#finish);
  }
}

/**
 * The longest chain of requests of which each began only when the one before had been answered. Requests of one wave overlap where
 * the EHR answers a wave together (the fault switch `quietMs`): without it this counts nothing.
 */
export function roundTrips(sent: readonly Sent[]): readonly string[] {
  const chain: Sent[] = [];
  for (const one of sent.toSorted((a, b) => a.to - b.to)) {
    if (one.from >= (chain.at(-1)?.to ?? 0)) chain.push(one);
  }
  return chain.map(({ what }) => what);
}
