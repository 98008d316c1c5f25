/** An EHR as a test makes it call: its site in the settings, its key, its requests, as a CDS client of 2.0.1 sends them. */
import { randomUUID } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeEach, vi } from 'vitest';
import { answerCall, answerFeedback } from '#lib/cds-hooks/respond.ts';
import { HOOK_PARTS, PREFETCH_KEYS, type ServiceId } from '#lib/cds-hooks/services.ts';
import { APP_URL, type AppSettings, type SiteText, useAppSettings } from '../launch/app-settings.ts';
import { type CheckedResponse, responseSchema } from './specification.ts';

export const ISSUER = 'http://localhost:4999/fhir';
export const EHR_ISS = 'https://ehr.example/cds';

const pair = await generateKeyPair('ES384', { extractable: true });
const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'ehr-1', alg: 'ES384' };
export const ehrKey = pair.privateKey;
export const ehrJwks = { keys: [jwk] };

export type HookSettings = NonNullable<SiteText['cdsHooks']>;

export function siteText(hooks: Partial<HookSettings> = {}, site: Partial<SiteText> = {}): SiteText {
  const { jku } = hooks;
  return {
    issuer: ISSUER,
    name: 'Example EHR',
    clientId: 'ldn',
    authentication: { method: 'public' },
    timeZone: 'Europe/London',
    cdsHooks: {
      iss: EHR_ISS,
      silent: false,
      ...(jku === undefined && { jwks: ehrJwks as never }),
      ...hooks,
    },
    ...site,
  };
}

interface CallingEhr {
  /** What the app wrote to its log in this test. */
  readonly log: readonly string[];
  /** Folder of the app's settings and store. */
  folder(): string;
  /** From here on in this test: another way in which the site is set up, as after a restart. */
  isSetUp(hooks: Partial<HookSettings>, site?: Partial<SiteText>): Promise<void>;
  serves(sites: readonly SiteText[]): Promise<void>;
}

/** The app beside an EHR that may call it, fresh for each test. `at`: the instant of every call; without it the clock runs. */
export function callingEhr({
  at,
  hooks = {},
}: {
  readonly at?: string;
  readonly hooks?: Partial<HookSettings>;
} = {}): CallingEhr {
  const log: string[] = [];
  let settings: AppSettings;
  const serves = async (sites: readonly SiteText[]) => {
    settings.remove();
    settings = await useAppSettings(sites);
  };
  beforeEach(async () => {
    log.length = 0;
    vi.spyOn(process.stdout, 'write').mockImplementation((line) => log.push(String(line)) > 0);
    if (at !== undefined) vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(at) });
    settings = await useAppSettings([siteText(hooks)]);
  });
  afterEach(() => {
    settings.remove();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  return {
    log,
    folder: () => settings.folder,
    isSetUp: (others, site = {}) => serves([siteText(others, site)]),
    serves,
  };
}

export interface Jwt {
  readonly claims?: JWTPayload;
  readonly header?: { readonly alg?: string; readonly jku?: string; readonly kid?: string };
  readonly key?: CryptoKey | Uint8Array;
}

export const addressOf = (service: string, feedback = false) =>
  `${APP_URL}/cds-services/${service}${feedback ? '/feedback' : ''}`;

export async function jwtFor(
  address: string,
  { claims = {}, header = {}, key = ehrKey }: Jwt = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: EHR_ISS, aud: address, iat: now, exp: now + 300, jti: randomUUID(), ...claims };
  return new SignJWT(Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined)))
    .setProtectedHeader({ alg: 'ES384', kid: 'ehr-1', typ: 'JWT', ...header })
    .sign(key);
}

/** The answer to a body that may be anything, signed as the EHR signs. */
export async function post(
  service: string,
  body: unknown,
  jwt?: string,
  feedback = false,
): Promise<Response> {
  const address = addressOf(service, feedback);
  const request = new Request(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${jwt ?? (await jwtFor(address))}`,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return feedback ? answerFeedback(request, service) : answerCall(request, service);
}

export interface Order {
  readonly resourceType: 'MedicationRequest';
  readonly [member: string]: unknown;
}

export const draft = (id: string, text: string, more: object = {}): Order => ({
  resourceType: 'MedicationRequest',
  id,
  status: 'draft',
  intent: 'order',
  subject: { reference: 'Patient/p1' },
  medicationCodeableConcept: { text },
  ...more,
});

export const NALTREXONE = draft('d-naltrexone', 'naltrexone 1.5 mg capsule');
export const OXYCODONE = draft('d-oxycodone', 'oxycodone 5 mg tablet');

/** A prefetch with these rows, every other part read and empty. */
export function prefetchOf(rows: readonly object[], patientId = 'p1'): Record<string, unknown> {
  return Object.fromEntries(
    HOOK_PARTS.map((part) => [
      PREFETCH_KEYS[part],
      part === 'Patient'
        ? { resourceType: 'Patient', id: patientId, birthDate: '1980-01-01', gender: 'female' }
        : {
            resourceType: 'Bundle',
            type: 'searchset',
            entry: rows
              .filter((row) => (row as Order).resourceType === (part as string))
              .map((resource) => ({ resource })),
          },
    ]),
  );
}

export function callOf(
  service: ServiceId,
  {
    drafts = [],
    prefetch,
    ...more
  }: { drafts?: readonly object[]; prefetch?: unknown; [member: string]: unknown },
): Record<string, unknown> {
  const hook = service.replace('ldn-', '');
  return {
    hook,
    hookInstance: randomUUID(),
    context: {
      userId: 'Practitioner/dr-exemplar',
      patientId: 'p1',
      ...(hook !== 'patient-view' && {
        draftOrders: { resourceType: 'Bundle', entry: drafts.map((resource) => ({ resource })) },
      }),
      ...(hook === 'order-select' && {
        selections: drafts.map((one) => `${(one as Order).resourceType}/${(one as Order).id}`),
      }),
    },
    ...(prefetch === undefined ? {} : { prefetch }),
    ...more,
  };
}

/** Answered with 200, and checked against the specification. */
export async function cardsOf(
  service: ServiceId,
  call: Parameters<typeof callOf>[1],
): Promise<CheckedResponse['cards']> {
  const response = await post(service, callOf(service, call));
  if (response.status !== 200) throw new Error(`answered with ${response.status}`);
  return responseSchema.parse(await response.json()).cards;
}
