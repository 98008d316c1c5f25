/** Starts the pretend EHR: FHIR server, authorization server, chart page and the doors for people and tests, on one origin. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Encounter, Resource } from '@medplum/fhirtypes';
import { z } from 'zod';
import { addDays, type CalendarDate } from '#lib/time/calendar-date.ts';
import { PRESCRIBER } from '../patients/chart-rows.ts';
import { stories } from '../patients/stories.ts';
import { startAuthorizationServer } from './authorization/authorization-server.ts';
import { choosePatient } from './authorization/choose-patient.ts';
import { Launches } from './authorization/launches.ts';
import { smartConfiguration } from './authorization/smart-configuration.ts';
import { BulkExports } from './bulk/bulk-exports.ts';
import { ChartPages } from './chart-page/chart-pages.ts';
import { STYLE_OF_THIS_EHR } from './chart-page/style-of-this-ehr.ts';
import { Faults } from './faults.ts';
import { ofPatient } from './fhir/chart-changes.ts';
import { loadDefinitions } from './fhir/definitions.ts';
import { fhirServer } from './fhir/fhir-server.ts';
import { IndexedRepository } from './fhir/indexed-repository.ts';
import { FHIR_JSON } from './fhir/reply.ts';
import { HOOKS, type HookAnswer, HookClient, hookRequestSchema } from './hooks/hook-client.ts';
import { OrderDesk } from './hooks/order-desk.ts';
import { parseJson, RequestRefused, readBody, readFiles, redirect, send, sendJson } from './http.ts';
import { closed, listenOnLoopback, portOf } from './listen.ts';
import { openView } from './sandbox-api/open-view.ts';
import { type GivenChart, readGivenBundle, readUpload } from './sandbox-api/read-upload.ts';
import { takeChart } from './sandbox-api/take-bundle.ts';
import { seed } from './seed.ts';

interface SandboxOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Origin of the app, no trailing slash: where launches go, redirects are allowed and keys are fetched. */
  readonly appUrl: string;
  /** The day the stories are told on; the machine's own day when not given. */
  readonly today?: string;
}

export interface Sandbox {
  /** Origin of the pretend EHR, no trailing slash. */
  readonly url: string;
  readonly fhirBase: string;
  readonly faults: Faults;
  readonly repository: IndexedRepository;
  /** Exports that nobody has deleted yet. */
  exportsKept(): number;
  /** The address that launches the app for a patient, as the chart page's frame uses it. */
  launchUrl(patient: string, user?: string): string;
  /** Adds a patient from a Bundle and returns the id. */
  addPatient(bundle: unknown): Promise<string>;
  /** What a restart looks like from outside: answers under way are lost, and nothing answers for so long. What was saved is kept. */
  restart(downMs: number): Promise<void>;
  close(): Promise<void>;
}

const SMART_CONFIGURATION = '/fhir/.well-known/smart-configuration';
const UPLOAD_LIMIT = 60_000_000;
const SETTINGS_LIMIT = 1_000_000;

/** @throws the listening error when the port is taken (code EADDRINUSE). */
export async function startSandbox({ port, appUrl, today = localDay() }: SandboxOptions): Promise<Sandbox> {
  const servers = await listenOnLoopback(port);
  const url = `http://localhost:${portOf(servers)}`;
  const fhirBase = `${url}/fhir`;
  const issuer = `${url}/authorization`;

  loadDefinitions();
  const repository = new IndexedRepository();
  const faults = new Faults(
    Object.fromEntries(stories.flatMap(({ id, fault }) => (fault ? [[id, fault]] : []))),
  );
  const titles = await seed(repository, today);
  const launches = new Launches();
  const authorization = await startAuthorizationServer({
    issuer,
    fhirBase,
    styleUrl: `${url}/sandbox/style.json`,
    appUrl,
    launches,
    faults,
  });
  const hooks = new HookClient({ url, fhirBase, appUrl, faults });
  const fhir = fhirServer({
    base: fhirBase,
    authorizationBase: issuer,
    repository,
    faults,
    grantOf: async (token) => hooks.grantOf(token) ?? authorization.grantOf(token),
  });
  const bulk = new BulkExports({
    fhirBase,
    repository,
    faults,
    scopesOf: (token) => authorization.scopesOfClient(token),
  });
  const viewOf = openView(`${url}/sandbox/fhir`, repository);
  const launchUrl = (patient: string, user = PRESCRIBER.id ?? '', appContext: string | null = null) => {
    const launch = launches.open({
      patient,
      encounter: latestEncounter(repository, patient),
      user,
      intent: null,
      appContext,
    });
    return `${appUrl}/launch?${new URLSearchParams({ iss: fhirBase, launch })}`;
  };
  const chartPages = new ChartPages({
    repository,
    faults,
    titles,
    launchUrl,
    desk: new OrderDesk(hooks, repository),
    appUrl,
    messagingOf: authorization.messagingOf,
  });

  /** What a file itself says to be missing is said with every list of orders: the chart is no more whole here than there. */
  async function takeCharts(charts: readonly GivenChart[]): Promise<string[]> {
    const patients: string[] = [];
    for (const chart of charts) {
      const patient = await takeChart(chart, repository);
      if (chart.missing.length > 0) faults.ofPatient(patient, { warnings: [...chart.missing] });
      patients.push(patient);
    }
    return patients;
  }

  async function callHook(name: string, method: string, request: IncomingMessage): Promise<HookAnswer> {
    const hook = HOOKS.find((one) => one === name);
    if (hook === undefined) throw new RequestRefused(404, `The hooks are ${HOOKS.join(', ')}.`);
    if (method !== 'POST') throw new RequestRefused(405, 'A hook is called with POST.');
    const asked = hookRequestSchema.safeParse(parseJson(await readBody(request, UPLOAD_LIMIT)));
    if (!asked.success) throw new RequestRefused(400, z.prettifyError(asked.error));
    if (!repository.peek('Patient', asked.data.patient))
      throw new RequestRefused(404, `There is no patient "${asked.data.patient}".`);
    return hooks.call(hook, asked.data);
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', url);
    if (faults.for(null).down && !pathname.startsWith('/sandbox/')) {
      response.destroy();
      return;
    }
    const method = request.method ?? 'GET';
    if (pathname.startsWith('/authorization/') || pathname === SMART_CONFIGURATION) {
      await faults.wait(faults.for(null));
    }
    if (pathname === SMART_CONFIGURATION) {
      return sendJson(response, 200, smartConfiguration(issuer));
    }
    if (pathname === '/fhir' || pathname.startsWith('/fhir/')) {
      if (await bulk.handle(request, response, pathname.slice('/fhir'.length), searchParams)) return;
      return fhir(request, response, pathname.slice('/fhir'.length), searchParams);
    }
    if (pathname === '/authorization/auth' && method === 'GET' && needsAPatient(searchParams)) {
      return choosePatient(request, response, repository, (patient) =>
        launches.open({
          patient,
          encounter: latestEncounter(repository, patient),
          user: PRESCRIBER.id ?? '',
          intent: null,
          appContext: null,
        }),
      );
    }
    if (pathname.startsWith('/authorization/')) return authorization.handle(request, response);
    if (pathname === '/sandbox/patients' && method === 'POST') {
      const patients = await takeCharts(readUpload(await readFiles(request, UPLOAD_LIMIT)));
      response.setHeader('location', `${url}/chart/${patients[0]}`);
      return sendJson(response, 201, { patient: patients[0], patients });
    }
    const chart = /^\/sandbox\/patients\/([^/]+)\/resources$/.exec(pathname)?.[1];
    if (chart !== undefined && method === 'POST') {
      if (!repository.peek('Patient', chart))
        throw new RequestRefused(404, `There is no patient "${chart}".`);
      const resource = parseJson(await readBody(request, UPLOAD_LIMIT));
      return sendJson(response, 201, await repository.createResource(ofPatient(chart, resource as Resource)));
    }
    if (pathname === '/sandbox/faults') {
      if (method === 'PUT') {
        const wrong = faults.replace(parseJson(await readBody(request, SETTINGS_LIMIT)));
        if (wrong !== null) throw new RequestRefused(400, `Nothing was switched. ${wrong}`);
      } else if (method !== 'GET') {
        throw new RequestRefused(405, 'The fault switches are read with GET and set with PUT.');
      }
      return sendJson(response, 200, faults.settings);
    }
    const hook = /^\/sandbox\/hooks\/([\w-]+)$/.exec(pathname)?.[1];
    if (hook !== undefined) return sendJson(response, 200, await callHook(hook, method, request));
    if (pathname === '/sandbox/jwks.json') return sendJson(response, 200, await hooks.jwks());
    if (pathname === '/sandbox/style.json')
      return sendJson(response, 200, faults.for(null).style ?? STYLE_OF_THIS_EHR);
    if (pathname.startsWith('/sandbox/fhir')) {
      const reply = await viewOf(method, pathname.slice('/sandbox/fhir'.length), searchParams);
      return send(response, reply.status, FHIR_JSON, JSON.stringify(reply.resource));
    }
    if (pathname === '/') return redirect(response, `/chart/${stories[0]?.id}`);
    return chartPages.handle(request, response, pathname, searchParams);
  }

  const serve = (request: IncomingMessage, response: ServerResponse) => {
    route(request, response).catch((thrown: unknown) => {
      const known = thrown instanceof RequestRefused;
      if (!known) console.error('pretend EHR:', thrown);
      if (response.headersSent) return response.destroy();
      const text = known ? thrown.message : 'The pretend EHR failed; its console says why.';
      sendJson(response, known ? thrown.status : 500, {
        resourceType: 'OperationOutcome',
        issue: [{ severity: 'error', code: known ? 'invalid' : 'exception', diagnostics: text }],
      });
    });
  };
  for (const server of servers) server.on('request', serve);

  return {
    url,
    fhirBase,
    faults,
    repository,
    exportsKept: () => bulk.kept,
    launchUrl,
    addPatient: async (bundle) => (await takeCharts([readGivenBundle(bundle)]))[0] ?? '',
    restart: async (downMs) => {
      faults.switchForAll({ down: true });
      for (const server of servers) server.closeAllConnections();
      await sleep(downMs);
      faults.switchForAll({ down: false });
    },
    close: async () => {
      await Promise.all(servers.map(closed));
    },
  };
}

/** A standalone launch: no handle, and the app asks for a patient to be chosen. */
function needsAPatient(query: URLSearchParams): boolean {
  return !query.has('launch') && (query.get('scope') ?? '').split(' ').includes('launch/patient');
}

function latestEncounter(repository: IndexedRepository, patient: string): string | null {
  const encounters = repository.rows('Encounter', patient) as (Encounter & { id: string })[];
  const start = ({ period }: Encounter) => period?.start ?? '';
  return (
    encounters.reduce<(Encounter & { id: string }) | null>(
      (last, one) => (last && start(last) >= start(one) ? last : one),
      null,
    )?.id ?? null
  );
}

function localDay(): string {
  const now = new Date();
  const epoch = '1970-01-01' as CalendarDate;
  return addDays(epoch, Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / 86_400_000));
}
