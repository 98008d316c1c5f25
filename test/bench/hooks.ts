/** How long a CDS Hooks call takes over HTTP: all prefetch at 500 orders, and none, read from an EHR that takes its time. Runs alone, too. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { HOOK_PARTS, PREFETCH_KEYS } from '#lib/cds-hooks/services.ts';
import { serveHooks } from '../cds-hooks/served-hooks.ts';
import { manyOrders } from '../patients/many-orders.ts';

const ORDERS = 500;
const WARM_UP = 40;
const PREFETCH_CALLS = 200;
const READ_CALLS = 40;
const DELAYS_MS = [0, 50, 150] as const;
const SERVICE = 'ldn-order-select';

export interface HookBench {
  /** "all prefetch, 500 orders", "read at 50 ms" */
  readonly what: string;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor a call, of caller and app together: the same however busy the machine is. */
  readonly processor: number;
  /** Calls that were answered with a card that something was not read. */
  readonly notRead: number;
}

export async function benchHooks(): Promise<readonly HookBench[]> {
  const say = process.stdout.write.bind(process.stdout);
  // Audit lines are part of a call, and nothing to look at here.
  process.stdout.write = () => true;
  const folder = mkdtempSync(join(tmpdir(), 'ldn-bench-hooks-'));
  const ehr = await slowEhr();
  const app = await serveHooks();
  try {
    // An EHR has it as text already: writing it out is none of the call.
    const prefetch = JSON.stringify(ehr.prefetch);
    const call = await signedCalls(folder, ehr.base, app.url);
    const prefetched = await measured(`all prefetch, ${ORDERS} orders`, PREFETCH_CALLS, () => call(prefetch));
    const read: HookBench[] = [];
    for (const delay of DELAYS_MS) {
      ehr.delayMs = delay;
      read.push(
        await measured(`nothing sent, read at ${delay} ms of EHR delay`, READ_CALLS, () => call('{}')),
      );
    }
    return [prefetched, ...read];
  } finally {
    app.close();
    ehr.close();
    rmSync(folder, { recursive: true, force: true });
    process.stdout.write = say;
  }
}

export function hookLine({ what, p50, p95, processor, notRead }: HookBench): string {
  const unread = notRead === 0 ? '' : `; ${notRead} answered "not read"`;
  return `CDS Hooks call, ${what}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms (${processor.toFixed(0)} ms of processor)${unread}`;
}

async function measured(what: string, calls: number, call: () => Promise<boolean>): Promise<HookBench> {
  for (let time = 0; time < Math.min(calls, WARM_UP); time += 1) await call();
  const times: number[] = [];
  let notRead = 0;
  const before = process.cpuUsage();
  for (let time = 0; time < calls; time += 1) {
    const begun = performance.now();
    if (await call()) notRead += 1;
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { what, p50: at(0.5), p95: at(0.95), processor: (user + system) / 1000 / calls, notRead };
}

/** A chart of many orders, no opioid among them, served and as prefetch. */
async function slowEhr() {
  const rows = (manyOrders(ORDERS).entry ?? []).map(({ resource }) => ({ ...resource }));
  const answers = new Map<string, object>(
    HOOK_PARTS.map((part) => {
      const own = rows.filter((row) => (row as { resourceType?: string }).resourceType === part);
      const bundle = {
        resourceType: 'Bundle',
        type: 'searchset',
        total: own.length,
        entry: own.map((resource) => ({ resource })),
      };
      return [part, part === 'Patient' ? (own[0] ?? {}) : bundle];
    }),
  );
  const texts = new Map([...answers].map(([part, answer]) => [part, JSON.stringify(answer)]));
  const ehr = {
    delayMs: 0,
    base: '',
    prefetch: Object.fromEntries(HOOK_PARTS.map((part) => [PREFETCH_KEYS[part], answers.get(part)])),
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

/** A call of this EHR by its prefetch; true where the answer says that something was not read. */
async function signedCalls(folder: string, issuer: string, appUrl: string) {
  const iss = 'https://ehr.example/bench';
  const { privateKey, publicKey } = await generateKeyPair('ES384', { extractable: true });
  const sites = [
    {
      issuer,
      name: 'Bench EHR',
      clientId: 'ldn',
      authentication: { method: 'public' },
      timeZone: 'UTC',
      cdsHooks: { iss, jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'bench' }] }, silent: false },
    },
  ];
  writeFileSync(join(folder, 'sites.json'), JSON.stringify({ sites }));
  Object.assign(process.env, {
    APP_URL: appUrl,
    SITES_FILE: join(folder, 'sites.json'),
    SESSION_KEYS: randomBytes(32).toString('base64url'),
    SESSION_STORE: join(folder, 'sessions.sqlite'),
  });
  const address = `${appUrl}/cds-services/${SERVICE}`;
  const patientId = `p${ORDERS}`;
  const draft = {
    resourceType: 'MedicationRequest',
    id: 'd1',
    status: 'draft',
    medicationCodeableConcept: { text: 'naltrexone 1.5 mg capsule' },
  };
  return async (prefetch: string): Promise<boolean> => {
    const jwt = await new SignJWT({ iss, aud: address, jti: randomUUID() })
      .setProtectedHeader({ alg: 'ES384', kid: 'bench' })
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey);
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${jwt}` },
      body: `{"prefetch":${prefetch},${JSON.stringify({
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
          patientId,
          selections: ['MedicationRequest/d1'],
          draftOrders: { resourceType: 'Bundle', entry: [{ resource: draft }] },
        },
      }).slice(1)}`,
    });
    if (response.status !== 200)
      throw new Error(`the call of the bench was answered with ${response.status}`);
    const { cards } = (await response.json()) as { cards: { summary: string }[] };
    return cards.some(({ summary }) => summary.startsWith('Cannot tell'));
  };
}

if (import.meta.main) for (const one of await benchHooks()) console.log(hookLine(one));
