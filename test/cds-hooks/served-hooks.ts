/** The hooks of this app over HTTP, without the rest of it: the same functions that the routes call. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCall, answerDiscovery, answerFeedback } from '#lib/cds-hooks/respond.ts';

export interface ServedHooks {
  readonly url: string;
  close(): void;
}

/** Listens at once; the settings must name its address as APP_URL before the first call. */
export async function serveHooks(): Promise<ServedHooks> {
  const server = createServer(async (incoming, outgoing) => {
    const answer = await respondTo(await asRequest(incoming, url));
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers));
    outgoing.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function respondTo(request: Request): Promise<Response> {
  const [, , service, feedback] = new URL(request.url).pathname.split('/');
  if (service === undefined) return answerDiscovery(request);
  return feedback === 'feedback' ? answerFeedback(request, service) : answerCall(request, service);
}

async function asRequest(incoming: IncomingMessage, url: string): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const { method = 'GET' } = incoming;
  return new Request(new URL(incoming.url ?? '/', url), {
    method,
    headers: incoming.headers as Record<string, string>,
    ...(method === 'POST' && { body: Buffer.concat(chunks) }),
  });
}
