/** The pretend EHR, some of the app's own standalone servers and a balancer before them that sends each request to the next one. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type AppProcess, startApp } from '../../sandbox/app-process.ts';
import { demoEnvironment } from '../../sandbox/demo-folder.ts';
import { freePort } from '../../sandbox/free-port.ts';
import { type Sandbox, startSandbox } from '../../sandbox/start-sandbox.ts';

export interface AppServer {
  readonly port: number;
  stop(): Promise<void>;
  kill(): Promise<void>;
  startAgain(): Promise<void>;
  /** Everything it has written to its console. */
  log(): Promise<string>;
  /** The value of one line of its metrics; 0 where there is none. */
  metric(line: string): Promise<number>;
}

export interface Fleet {
  readonly appUrl: string;
  readonly sandbox: Sandbox;
  readonly servers: readonly AppServer[];
  readonly folder: string;
  /** Sends every request to one server; null = each to the next again. */
  aim(server: number | null): void;
  close(): Promise<void>;
}

/**
 * @param store a Redis address; null = one SQLite file for all.
 * @param environment settings beside the demo's own.
 */
export async function startFleet(
  size: number,
  store: string | null,
  environment: Readonly<Record<string, string>> = {},
  writeBack?: Parameters<typeof demoEnvironment>[3],
): Promise<Fleet> {
  const folder = await mkdtemp(join(tmpdir(), 'ldn-titration-fleet-'));
  const balancer = new Balancer();
  const appUrl = await balancer.listen();
  const sandbox = await startSandbox({ port: 0, appUrl });
  const settings = {
    ...(await demoEnvironment(folder, sandbox.fhirBase, appUrl, writeBack)),
    ...(store === null ? {} : { SESSION_STORE: store }),
    ...environment,
  };
  const servers: AppServer[] = [];
  for (let number = 0; number < size; number += 1) {
    servers.push(await startServer(settings, join(folder, `app-${number}.log`)));
  }
  balancer.ports = servers.map(({ port }) => port);
  return {
    appUrl,
    sandbox,
    servers,
    folder,
    aim: (server) => {
      balancer.aimed = server;
    },
    close: async () => {
      await Promise.all(servers.map((server) => server.stop()));
      await balancer.close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startServer(settings: Record<string, string>, logFile: string): Promise<AppServer> {
  const port = await freePort();
  let app: AppProcess = await startApp(port, settings, logFile);
  return {
    port,
    stop: () => app.stop(),
    kill: () => app.kill(),
    startAgain: async () => {
      app = await startApp(port, settings, logFile);
    },
    log: () => readFile(logFile, 'utf8'),
    async metric(line) {
      const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
      const found = text.split('\n').find((one) => one.startsWith(`${line} `));
      return Number(found?.slice(line.length + 1) ?? 0);
    },
  };
}

class Balancer {
  ports: readonly number[] = [];
  aimed: number | null = null;
  readonly #server: Server = createServer(async (asked, answer) => {
    const body = await buffer(asked);
    this.#pass(asked, body, answer);
  });
  #next = 0;

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #pass(asked: IncomingMessage, body: Buffer, answer: ServerResponse, attempt = 0): void {
    const turn = this.aimed ?? this.#next++;
    const passed = request(
      {
        host: '127.0.0.1',
        port: this.ports[turn % this.ports.length],
        method: asked.method,
        path: asked.url,
        headers: { ...asked.headers, 'x-forwarded-for': asked.socket.remoteAddress ?? '' },
        agent: false,
      },
      (got) => {
        answer.writeHead(got.statusCode ?? 502, got.rawHeaders);
        got.pipe(answer);
        got.on('error', () => answer.destroy());
      },
    );
    answer.on('close', () => passed.destroy());
    passed.on('error', (error: NodeJS.ErrnoException) => {
      // Nothing of the request has reached a server that is down: the next one may have it.
      if (error.code === 'ECONNREFUSED' && attempt < this.ports.length)
        this.#pass(asked, body, answer, attempt + 1);
      else if (!answer.headersSent) answer.writeHead(502).end();
      else answer.destroy();
    });
    passed.end(body);
  }
}
