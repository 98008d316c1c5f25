/** A server on this machine's loopback alone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Servers = readonly [Server, ...Server[]];

/** "localhost" is 127.0.0.1 to some programs and ::1 to others; a machine without IPv6 has the first alone. */
export async function listenOnLoopback(port: number): Promise<Servers> {
  const first = await listening(port, '127.0.0.1');
  const second = await listening(portOf([first]), '::1').catch(async (thrown: NodeJS.ErrnoException) => {
    if (thrown.code !== 'EADDRINUSE') return null;
    await closed(first);
    throw thrown;
  });
  return second ? [first, second] : [first];
}

export const portOf = ([first]: Servers) => (first.address() as AddressInfo).port;

function listening(port: number, host: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
