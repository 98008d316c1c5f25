/**
 * The pretend EHR as a CDS client: it reads the app's discovery, fills the prefetch from its own FHIR server, signs the call and shows what
 * comes back. What its server refuses is left out of the prefetch without a word, as real clients do.
 * @see CDS Hooks 2.0.1
 */
import { randomUUID } from 'node:crypto';
import type { MedicationRequest } from '@medplum/fhirtypes';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import type { Faults } from '../faults.ts';
import type { TokenGrant } from '../fhir/call.ts';
import { RequestRefused } from '../http.ts';

export const HOOKS = ['order-select', 'order-sign', 'patient-view'] as const;
export type Hook = (typeof HOOKS)[number];

const KEY_ID = 'pretend-ehr-hooks';
/** Longer than the app may take. */
const LONGEST_WAIT_MS = 5_000;

const discoverySchema = z.looseObject({
  services: z.array(
    z.looseObject({
      hook: z.string(),
      id: z.string(),
      prefetch: z.record(z.string(), z.string()).default({}),
    }),
  ),
});

/** What the sandbox's door for tests takes. */
export const hookRequestSchema = z.strictObject({
  patient: z.string().min(1),
  draftOrders: z.array(z.looseObject({ resourceType: z.string() })).default([]),
  /** Prefetch keys that are left out. */
  omit: z.array(z.string()).default([]),
  /** Whether the call brings a token of its own, so that what is left out can be read. */
  authorize: z.boolean().default(false),
  user: z.string().min(1).default('dr-exemplar'),
});
export type HookRequest = z.infer<typeof hookRequestSchema>;

export interface HookAnswer {
  readonly status: number;
  /** Null where there is no JSON. */
  readonly response: unknown;
}

interface ClientParts {
  /** Origin of this EHR. */
  readonly url: string;
  readonly fhirBase: string;
  readonly appUrl: string;
  readonly faults: Faults;
}

/** What an EHR's own prefetch may read, and what it lends to a service. */
const SCOPES = ['patient/*.rs'];
const TOKEN_LIFE_MS = 60_000;

export class HookClient {
  readonly #parts: ClientParts;
  readonly #keys = generateKeyPair('ES384', { extractable: true });
  readonly #tokens = new Map<string, { readonly grant: TokenGrant; readonly until: number }>();

  constructor(parts: ClientParts) {
    this.#parts = parts;
  }

  /** The public key, for the app's settings to name. */
  async jwks(): Promise<object> {
    const { publicKey } = await this.#keys;
    return { keys: [{ ...(await exportJWK(publicKey)), kid: KEY_ID, alg: 'ES384', use: 'sig' }] };
  }

  /** Of a token of this client; null for any other. */
  grantOf(token: string): TokenGrant | null {
    const lent = this.#tokens.get(token);
    return lent !== undefined && lent.until > Date.now() ? lent.grant : null;
  }

  async call(hook: Hook, asked: HookRequest): Promise<HookAnswer> {
    const { appUrl, url, fhirBase, faults } = this.#parts;
    const service = await this.#service(hook);
    if (service === null) return { status: 404, response: null };
    const drafts = asked.draftOrders.map((draft, place) => ({
      id: `draft-${place + 1}`,
      status: 'draft',
      intent: 'order',
      subject: { reference: `Patient/${asked.patient}` },
      ...draft,
    }));
    const dropped = new Set([...asked.omit, ...(faults.for(asked.patient).dropPrefetch ?? [])]);
    const address = `${appUrl}/cds-services/${service.id}`;
    const body = {
      hook,
      hookInstance: randomUUID(),
      fhirServer: fhirBase,
      ...(asked.authorize && { fhirAuthorization: this.#lend(asked.patient) }),
      context: {
        userId: `Practitioner/${asked.user}`,
        patientId: asked.patient,
        ...(hook !== 'patient-view' && {
          draftOrders: {
            resourceType: 'Bundle',
            type: 'collection',
            entry: drafts.map((resource) => ({
              fullUrl: `${url}/fhir/MedicationRequest/${resource.id}`,
              resource,
            })),
          },
        }),
        ...(hook === 'order-select' && {
          selections: drafts.map(({ resourceType, id }) => `${resourceType}/${id}`),
        }),
      },
      prefetch: await this.#prefetch(service.prefetch, asked.patient, dropped),
    };
    return this.#post(address, body);
  }

  /** @see CDS Hooks 2.0.1, "Feedback" */
  async feedback(hook: Hook, feedback: readonly object[]): Promise<HookAnswer> {
    return this.#post(`${this.#parts.appUrl}/cds-services/ldn-${hook}/feedback`, { feedback });
  }

  async #service(hook: Hook) {
    const address = `${this.#parts.appUrl}/cds-services`;
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${await this.#jwt(address)}` },
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    }).catch(() => null);
    const read = discoverySchema.safeParse(await response?.json().catch(() => null));
    if (!read.success) throw new RequestRefused(502, 'The app does not tell of its services.');
    return read.data.services.find((service) => service.hook === hook) ?? null;
  }

  async #prefetch(
    templates: Readonly<Record<string, string>>,
    patient: string,
    dropped: ReadonlySet<string>,
  ): Promise<Record<string, unknown>> {
    const { access_token: token } = this.#lend(patient);
    const read = await Promise.all(
      Object.entries(templates)
        .filter(([key]) => !dropped.has(key))
        .map(async ([key, template]) => {
          const path = template.replaceAll('{{context.patientId}}', encodeURIComponent(patient));
          const answer = await fetch(`${this.#parts.fhirBase}/${path}`, {
            headers: { authorization: `Bearer ${token}`, accept: 'application/fhir+json' },
          }).catch(() => null);
          return answer?.ok ? [[key, await answer.json().catch(() => undefined)] as const] : [];
        }),
    );
    return Object.fromEntries(read.flat().filter(([, value]) => value !== undefined));
  }

  #lend(patient: string) {
    const token = randomUUID();
    for (const [old, { until }] of this.#tokens) if (until < Date.now()) this.#tokens.delete(old);
    this.#tokens.set(token, { grant: { scopes: SCOPES, patient }, until: Date.now() + TOKEN_LIFE_MS });
    return {
      access_token: token,
      token_type: 'Bearer',
      expires_in: TOKEN_LIFE_MS / 1000,
      scope: SCOPES.join(' '),
      subject: 'ldn-titration',
      patient,
    };
  }

  async #post(address: string, body: object): Promise<HookAnswer> {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await this.#jwt(address)}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(LONGEST_WAIT_MS),
    }).catch(() => null);
    if (response === null) return { status: 504, response: null };
    return { status: response.status, response: await response.json().catch(() => null) };
  }

  async #jwt(audience: string): Promise<string> {
    const { privateKey } = await this.#keys;
    return new SignJWT({})
      .setProtectedHeader({
        alg: 'ES384',
        kid: KEY_ID,
        typ: 'JWT',
        jku: `${this.#parts.url}/sandbox/jwks.json`,
      })
      .setIssuer(this.#parts.url)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .setJti(randomUUID())
      .sign(privateKey);
  }
}

export type DraftOrder = MedicationRequest & { readonly id: string };
