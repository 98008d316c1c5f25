/**
 * How long a CDS Hooks call takes at the built app, a process of its own: all prefetch at 500 orders, in turn with a bare server that is sent
 * the same, and none, read from an EHR that takes its time. Calls are signed and written out before the clock starts. Runs alone, too.
 */
import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { HOOK_PARTS, PREFETCH_KEYS } from '#lib/cds-hooks/services.ts';
import { percentile } from '../load/percentile.ts';
import { manyOrders } from '../patients/many-orders.ts';
import { startApp, startFlags } from '../sandbox/app-process.ts';
import { buildApp } from '../sandbox/build-app.ts';
import { freePort } from '../sandbox/free-port.ts';

const ORDERS = 500;
const WARM_UP = { warmUp: 200, calls: 1 };
const SENT = { warmUp: 20, calls: 100 };
/** In turn with the bare server: a machine that is slower for a while is so for both. */
const TURNS = 4;
const READ = { warmUp: 10, calls: 40 };
const DELAYS_MS = [0, 50, 150] as const;
const SERVICE = 'ldn-order-select';
const CALLER = 'https://ehr.example/bench';

interface HookBench {
  /** "all prefetch, 500 orders", "nothing sent, read at 50 ms of EHR delay" */
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor a call, of the app alone: nearly the same however busy the machine is. */
  readonly processor: number;
  /** Calls that were answered with a card that something was not read. */
  readonly notRead: number;
  /** The same calls at the bare server; null where there is no such thing. */
  readonly bare: { readonly p50: number; readonly p95: number } | null;
}

export async function benchHooks(): Promise<readonly HookBench[]> {
  await buildApp();
  const folder = mkdtempSync(join(tmpdir(), 'ldn-bench-hooks-'));
  const { publicKey, privateKey } = await generateKeyPair('ES384', { extractable: true });
  const ehr = await slowEhr();
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const jwk = await exportJWK(publicKey);
  const environment = settingsIn(folder, appUrl, ehr.base, jwk);
  const bare = await startBareHook(jwk);
  const app = await startApp(port, environment, join(folder, 'app.log'));
  try {
    const call = (url: string, prefetch: string): Calls => ({
      url,
      body: bodyOf(ehr.base, prefetch),
      privateKey,
    });
    const rows = [await beside(call(appUrl, ehr.prefetch), call(bare.url, ehr.prefetch))];
    for (const delay of DELAYS_MS) {
      ehr.delayMs = delay;
      const what = `nothing sent, read at ${delay} ms of EHR delay`;
      rows.push(summed(what, [await measured(call(appUrl, '{}'), READ)], null));
    }
    return rows;
  } finally {
    await app.stop();
    bare.close();
    ehr.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function hookLine({ what, p50, p95, processor, notRead, bare }: HookBench): string {
  const unread = notRead === 0 ? '' : `; ${notRead} answered "not read"`;
  const beside =
    bare === null
      ? ''
      : `; ${(p50 / bare.p50).toFixed(2)} times a bare server that checks the signature and parses the body (p50 ${bare.p50.toFixed(1)} ms, p95 ${bare.p95.toFixed(1)} ms)`;
  return `CDS Hooks call, ${what}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (${processor.toFixed(1)} ms of processor)${unread}${beside}`;
}

interface Calls {
  readonly url: string;
  readonly body: Buffer;
  readonly privateKey: CryptoKey;
}

interface Measured {
  readonly times: readonly number[];
  readonly processor: number;
  readonly notRead: number;
}

async function beside(app: Calls, bare: Calls): Promise<HookBench> {
  const ofApp: Measured[] = [];
  const ofBare: Measured[] = [];
  for (const one of [app, bare]) await measured(one, WARM_UP);
  for (let turn = 0; turn < TURNS; turn += 1) {
    ofApp.push(await measured(app, SENT));
    ofBare.push(await measured(bare, SENT));
  }
  const { p50, p95 } = summed('', ofBare, null);
  return summed(`all prefetch, ${ORDERS} orders`, ofApp, { p50, p95 });
}

function summed(what: string, turns: readonly Measured[], bare: HookBench['bare']): HookBench {
  const times = turns.flatMap((turn) => turn.times);
  const processor = turns.reduce((all, turn) => all + turn.processor, 0) / turns.length;
  const notRead = turns.reduce((all, turn) => all + turn.notRead, 0);
  return { what, p50: percentile(times, 50), p95: percentile(times, 95), processor, notRead, bare };
}

async function measured({ url, body, privateKey }: Calls, { warmUp, calls }: typeof READ): Promise<Measured> {
  const address = `${url}/cds-services/${SERVICE}`;
  const jwts = await Promise.all(Array.from({ length: warmUp + calls }, () => signed(address, privateKey)));
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let notRead = 0;
  let before = 0;
  for (const [place, jwt] of jwts.entries()) {
    if (place === warmUp) before = await processorSeconds(url);
    const begun = performance.now();
    const answer = await posted(agent, address, jwt, body);
    const took = performance.now() - begun;
    if (place < warmUp) continue;
    times.push(took);
    if (answer.includes('"summary":"Cannot tell')) notRead += 1;
  }
  const processor = (((await processorSeconds(url)) - before) * 1000) / calls;
  agent.destroy();
  return { times, processor, notRead };
}

async function startBareHook(jwk: object) {
  const child = fork(join(import.meta.dirname, 'bare-hook.ts'), {
    execArgv: [...startFlags()],
    env: {
      ...process.env,
      BARE_HOOK_KEYS: JSON.stringify({ keys: [{ ...jwk, kid: 'bench', alg: 'ES384' }] }),
    },
  });
  const [port] = await once(child, 'message');
  return { url: `http://127.0.0.1:${port}`, close: () => child.kill() };
}

function signed(address: string, key: CryptoKey): Promise<string> {
  return new SignJWT({ iss: CALLER, aud: address, jti: randomUUID() })
    .setProtectedHeader({ alg: 'ES384', kid: 'bench' })
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(key);
}

/** With as little work of its own as there can be: what is measured is the app. */
function posted(agent: Agent, address: string, jwt: string, body: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': body.byteLength,
      authorization: `Bearer ${jwt}`,
    };
    const call = request(address, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8');
      response.on('data', (text) => {
        answer += text;
      });
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve(answer)
          : reject(new Error(`the call of the bench was answered with ${response.statusCode}`)),
      );
    });
    call.on('error', reject);
    call.end(body);
  });
}

/** Of the app; the bare server counts nothing. */
async function processorSeconds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1]);
}

/** A chart of many orders, no opioid among them, served and as prefetch. */
async function slowEhr() {
  const rows = (manyOrders(ORDERS).entry ?? []).map(({ resource }) => ({ ...resource }));
  const texts = new Map<string, string>(
    HOOK_PARTS.map((part) => {
      const own = rows.filter((row) => (row as { resourceType?: string }).resourceType === part);
      const bundle = {
        resourceType: 'Bundle',
        type: 'searchset',
        total: own.length,
        entry: own.map((resource) => ({ resource })),
      };
      return [part, JSON.stringify(part === 'Patient' ? (own[0] ?? {}) : bundle)];
    }),
  );
  const ehr = {
    delayMs: 0,
    base: '',
    prefetch: `{${HOOK_PARTS.map((part) => `"${PREFETCH_KEYS[part]}":${texts.get(part)}`).join(',')}}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  const server = createServer(async (request, response) => {
    await sleep(ehr.delayMs);
    const part = /^\/fhir\/(\w+)/.exec(request.url ?? '')?.[1] ?? '';
    response.setHeader('content-type', 'application/fhir+json');
    response.end(texts.get(part) ?? '{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ehr.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/fhir`;
  return ehr;
}

function settingsIn(folder: string, appUrl: string, issuer: string, publicKey: object) {
  const site = {
    issuer,
    name: 'Bench EHR',
    clientId: 'ldn',
    authentication: { method: 'public' },
    timeZone: 'UTC',
    cdsHooks: { iss: CALLER, jwks: { keys: [{ ...publicKey, kid: 'bench' }] }, silent: false },
  };
  const sitesFile = join(folder, 'sites.json');
  writeFileSync(sitesFile, JSON.stringify({ sites: [site] }));
  return {
    APP_URL: appUrl,
    SITES_FILE: sitesFile,
    SESSION_KEYS: randomBytes(32).toString('base64url'),
    SESSION_STORE: join(folder, 'sessions.sqlite'),
  };
}

/** As an EHR sends it, which has its prefetch as text already. */
function bodyOf(issuer: string, prefetch: string): Buffer {
  const draft = {
    resourceType: 'MedicationRequest',
    id: 'd1',
    status: 'draft',
    medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
  };
  const call = {
    hook: 'order-select',
    hookInstance: randomUUID(),
    fhirServer: issuer,
    fhirAuthorization: {
      access_token: 'bench',
      token_type: 'Bearer',
      expires_in: 60,
      scope: 'patient/*.rs',
      subject: 'ldn',
    },
    context: {
      userId: 'Practitioner/p9',
      patientId: `p${ORDERS}`,
      selections: ['MedicationRequest/d1'],
      draftOrders: { resourceType: 'Bundle', entry: [{ resource: draft }] },
    },
  };
  return Buffer.from(`{"prefetch":${prefetch},${JSON.stringify(call).slice(1)}`);
}

if (import.meta.main) for (const one of await benchHooks()) console.log(hookLine(one));
