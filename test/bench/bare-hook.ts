/**
 * What a hook call costs without an app: its body received, its signature checked, its JSON parsed, and an empty answer. Nothing is looked up
 * or judged: the floor under any such service, on any machine. A process of its own, run as the app is; its port is its first message.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, jwtVerify } from 'jose';

const keys = createLocalJWKSet(JSON.parse(process.env.BARE_HOOK_KEYS ?? ''));

const server = createServer(async (request, response) => {
  if (request.method !== 'POST') return response.end();
  const signed = jwtVerify(request.headers.authorization?.replace('Bearer ', '') ?? '', keys);
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  await signed;
  const { hook } = JSON.parse(Buffer.concat(chunks).toString());
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ cards: [], hook }));
});

server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
