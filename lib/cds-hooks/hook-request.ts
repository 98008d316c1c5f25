/**
 * A hook call as EHRs send it. What cannot be used without is asked for; everything else may be missing, unknown or odd, and costs nothing
 * but itself.
 * @see CDS Hooks 2.0.1, "Calling a CDS Service"
 */
import { z } from 'zod';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

/** FHIR R4 datatype id; the public sandbox and the CDC's examples put the type before it, some EHRs the whole address. */
const PATIENT_ID = /^(?:(?:.*\/)?Patient\/)?([A-Za-z0-9\-.]{1,64})$/;

/** What an auditor's line may hold. */
const USER = /^[A-Za-z]{1,40}\/[A-Za-z0-9.-]{1,64}$/;

const object = z.custom<JsonObject>(isObject);
const word = z.string().min(1).max(4_096).nullable().catch(null);

const callSchema = z.looseObject({
  hook: z.string().max(100),
  hookInstance: word.default(null),
  fhirServer: word.default(null),
  fhirAuthorization: z
    .looseObject({
      access_token: z.string().regex(/^[\x21-\x7e]{1,16384}$/),
      scope: z.string().max(16_384).catch(''),
    })
    .nullable()
    .catch(null)
    .default(null),
  context: z.looseObject({
    patientId: z
      .string()
      .regex(PATIENT_ID)
      .transform((text) => PATIENT_ID.exec(text)?.[1] ?? ''),
    userId: word.default(null),
    encounterId: word.default(null),
    draftOrders: z.unknown().optional(),
    selections: z.array(z.unknown()).catch([]).default([]),
  }),
  prefetch: object.catch({}).default({}),
});

export interface DraftEntry {
  readonly json: JsonObject;
  readonly fullUrl: string | null;
}

export interface HookCall {
  readonly hook: string;
  readonly hookInstance: string | null;
  readonly fhirServer: string | null;
  /** Used for this call and forgotten: it is never kept, logged or sent anywhere but to the site's own base. */
  readonly authorization: { readonly accessToken: string; readonly scopes: readonly string[] } | null;
  readonly patientId: string;
  /** "Practitioner/p9" */
  readonly user: string | null;
  /** Orders being made, as the EHR has them; null where the call holds none that can be looked at. */
  readonly draftOrders: readonly DraftEntry[] | null;
  /** Ids of the orders that the hook is about; empty where the EHR does not say. */
  readonly selections: readonly string[];
  readonly prefetch: JsonObject;
}

/** Null where the call names no patient: nothing can then be said. */
export function readCall(json: unknown): HookCall | null {
  const read = callSchema.safeParse(json);
  if (!read.success) return null;
  const { context, fhirAuthorization, ...call } = read.data;
  return {
    hook: call.hook,
    hookInstance: call.hookInstance,
    fhirServer: call.fhirServer,
    authorization:
      fhirAuthorization === null
        ? null
        : {
            accessToken: fhirAuthorization.access_token,
            scopes: fhirAuthorization.scope.split(/\s+/).filter(Boolean),
          },
    patientId: context.patientId,
    user: context.userId !== null && USER.test(context.userId) ? context.userId : null,
    draftOrders: draftsIn(context.draftOrders),
    selections: context.selections.flatMap((one) =>
      typeof one === 'string' ? (one.split('/').at(-1) ?? []) : [],
    ),
    prefetch: call.prefetch,
  };
}

/** Of a Bundle of any type or none, a list, or one order alone. */
function draftsIn(drafts: unknown): DraftEntry[] | null {
  if (Array.isArray(drafts)) return drafts.flatMap((one) => entryOf(one));
  if (!isObject(drafts)) return null;
  if (drafts.entry != null)
    return Array.isArray(drafts.entry) ? drafts.entry.flatMap((one) => entryOf(one)) : null;
  if (drafts.resourceType === 'Bundle') return [];
  return typeof drafts.resourceType === 'string' ? [{ json: drafts, fullUrl: null }] : null;
}

/** POLICY: as of the Bundles of a chart, nothing holds more than a few within each other. */
const DEEPEST_BUNDLE = 3;

/** A Bundle among the orders is opened: what lies in it is ordered as well. */
function entryOf(entry: unknown, depth = 0): DraftEntry[] {
  if (!isObject(entry)) return [];
  const resource = isObject(entry.resource) ? entry.resource : entry;
  if (resource.resourceType === 'Bundle' && Array.isArray(resource.entry) && depth < DEEPEST_BUNDLE)
    return resource.entry.flatMap((one) => entryOf(one, depth + 1));
  if (!isObject(entry.resource)) return [{ json: entry, fullUrl: null }];
  return [{ json: entry.resource, fullUrl: typeof entry.fullUrl === 'string' ? entry.fullUrl : null }];
}
