/** Which requests come from this machine itself, by their socket: what a header says of an address anyone may have written. */
import { randomUUID } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { processWide } from '#lib/store/process-wide.ts';

const LOOPBACK = /^(?:::ffff:)?127\.\d+\.\d+\.\d+$|^::1$/;
/** Written by proxies: what came through one came from elsewhere, however near the proxy stands. */
const FORWARDED = ['forwarded', 'via', 'x-real-ip', 'x-client-ip'];

const HEADER = 'x-ldn-of-this-machine';
/** Known to this process alone, so that no request can bring it. */
const mark = () => processWide('mark-of-this-machine', () => ({ text: randomUUID() })).text;

/** From now on each request that comes from this machine, by no proxy, carries a mark that its route can see. */
export function markLocalRequests(): void {
  // Told before the framework sees the request and writes addresses of its own into its headers.
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { readonly request: IncomingMessage };
    delete request.headers[HEADER];
    if (isLocal(request)) request.headers[HEADER] = mark();
  });
}

function isLocal({ socket, headers }: IncomingMessage): boolean {
  const isForwarded = Object.keys(headers).some(
    (name) => name.startsWith('x-forwarded-') || FORWARDED.includes(name),
  );
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}

/** False for every request before `markLocalRequests`. */
export function isMarkedLocal(headers: Headers): boolean {
  return headers.get(HEADER) === mark();
}
