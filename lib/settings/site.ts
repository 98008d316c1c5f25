/** One EHR this app may be launched from. An issuer that is not in the sites file gets a clear page and no request. */
import { z } from 'zod';

/** Countries of which the app knows what a brand means that is an opioid in one and an ordinary drug in another. ISO 3166. */
export const JURISDICTIONS = ['US', 'GB', 'NZ', 'AU', 'CA', 'ES'] as const;
export const jurisdictionSchema = z.enum(JURISDICTIONS);
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}

/** https anywhere; plain http on loopback alone. No user name or password in the address. */
export function isSecure(url: URL): boolean {
  const encrypted = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  return encrypted && url.username === '' && url.password === '';
}

export function isSecureAddress(text: string): boolean {
  return URL.canParse(text) && isSecure(new URL(text));
}

function isHttpAddress(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text);
}

const secureUrl = z.string().refine(isSecureAddress, 'must be https (plain http is for loopback alone)');

/** Scheme, host and port, nothing after: what frame-ancestors and APP_URL take. */
export const secureOrigin = z
  .string()
  .refine(
    (text) => isSecureAddress(text) && new URL(text).origin === text.replace(/\/$/, ''),
    'must be an https origin such as https://ehr.example, without a path (plain http is for loopback alone)',
  );

/** The parts of a chart beside the patient and the orders, which every EHR has. */
export const FURTHER_PARTS = [
  'MedicationStatement',
  'MedicationDispense',
  'MedicationAdministration',
  'AllergyIntolerance',
  'Condition',
  'Observation',
  'Procedure',
  'Appointment',
  'ServiceRequest',
  'Encounter',
] as const;
const chartPart = z.enum(FURTHER_PARTS);

/** Of an EHR that calls the CDS Hooks of this app. @see CDS Hooks 2.0.1, "Trusting CDS Clients" */
const cdsHooks = z
  .strictObject({
    /** The `iss` of the EHR's JWTs, exactly. */
    iss: z.string().min(1),
    /** Where the EHR publishes its keys. No other address is ever asked, whatever a JWT names. */
    jku: secureUrl.optional(),
    /** Or the public keys themselves, for an EHR that publishes none. */
    jwks: z
      .strictObject({
        keys: z
          .array(
            z
              .looseObject({ kty: z.enum(['EC', 'RSA']) })
              .refine((key) => !('d' in key), 'holds a private key: give the public one'),
          )
          .min(1),
      })
      .optional(),
    /** The `sub` of the JWTs, where the EHR sends one (Epic: this app's client id). */
    subject: z.string().min(1).optional(),
    /** Which organisation of several behind one `iss` this site is. */
    tenant: z.string().min(1).optional(),
    /** How the EHR lets its user choose among suggestions; Epic takes `any` alone. */
    selectionBehavior: z.enum(['at-most-one', 'any']).default('at-most-one'),
    /** Origins of browsers that call by themselves (CORS). An EHR calls from its server and needs none. */
    browserOrigins: z.array(secureOrigin).default([]),
    /** Judged and counted, no card shown: for the weeks before cards go live. */
    silent: z.boolean().default(true),
    /** Whether a card may offer to take the naltrexone order out again. */
    deleteAction: z.boolean().default(true),
    /** Also when a chart is opened; most EHRs advise against it. */
    patientView: z.boolean().default(false),
    /** What a user of this EHR orders compounded low-dose naltrexone by: a suggestion names it, and none is made without. */
    orderable: z
      .strictObject({
        system: z.string().min(1),
        code: z.string().min(1),
        display: z.string().min(1),
        /** Milligrams in one unit of it. */
        milligrams: z.number().min(0.1).max(4.5),
      })
      .optional(),
  })
  .refine(({ jku, jwks }) => (jku === undefined) !== (jwks === undefined), 'needs either "jku" or "jwks"');

const siteObject = z.strictObject({
  /** FHIR base URL, exactly as the EHR sends it in `iss`. */
  issuer: secureUrl,
  /** What people there call the EHR. */
  name: z.string().min(1),
  clientId: z.string().min(1),
  authentication: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('public') }),
    z.strictObject({
      method: z.literal('client-secret'),
      /** The secret itself stays in the environment; this names the variable. */
      secretVariable: z.string().min(1),
      /** How id and secret stand in the Basic header: as they are (SMART's own example), or form-encoded first (RFC 6749, section 2.3.1). */
      encoding: z.enum(['plain', 'form']).default('plain'),
    }),
    z.strictObject({
      method: z.literal('private-key-jwt'),
      algorithm: z.enum(['ES384', 'RS384']).default('ES384'),
    }),
  ]),
  /**
   * The last part of this EHR's own redirect address, APP_URL/callback/<this>. Where several EHRs are listed it keeps their answers apart.
   * Without it the address is APP_URL/callback.
   */
  callback: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'takes small letters, digits and dashes')
    .optional(),
  /** Asked for in place of the scopes this app would ask for by itself; `launch` or `launch/patient` is added. */
  scopes: z
    .array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'is no scope (RFC 6749, section 3.3)'))
    .min(1)
    .optional(),
  /** How the browser is sent to the EHR's sign-in; `post` where the EHR declares authorize-post and takes no long addresses. */
  authorizeBy: z.enum(['get', 'post']).default('get'),
  /** Origins that may frame the app (Content-Security-Policy frame-ancestors). */
  frameAncestors: z.array(secureOrigin).default([]),
  /** IANA zone of the clinic. Without it the later date counts everywhere. */
  timeZone: z
    .string()
    .refine(
      (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
      'is no IANA time zone',
    )
    .optional(),
  /** Settles what a brand means that is an opioid in one country and none in another; without it such a brand is asked about. */
  jurisdiction: jurisdictionSchema.optional(),
  writeBack: z
    .strictObject({
      /** The highest rung of the write ladder this site may use. `copy` = nothing is ever written. */
      rung: z.enum(['fhir-draft', 'web-messaging', 'copy']),
      intent: z.enum(['order', 'proposal', 'plan']).default('order'),
      /**
       * Whether a search of this EHR shows drafts to an app. Not given: found out, once a draft of ours was seen. Until it is known, an
       * answer that refuses a draft leaves its outcome unknown.
       */
      draftsInSearch: z.enum(['shown', 'hidden']).optional(),
      /** Repeats of a maintenance order, none where not given: loss of benefit is common, so it is looked at again after 90 nights. */
      maintenanceRepeats: z.int().min(0).max(3).optional(),
      /** As what this EHR keeps the scores of a follow-up; none where not given, for some file them only where the site has mapped them. */
      scores: z.array(z.enum(['QuestionnaireResponse', 'Observation', 'DocumentReference'])).optional(),
      /** What this EHR makes of a draft, where it is no draft: "a documented home medicine". Such an EHR is never written to. */
      recordsInstead: z.string().min(1).optional(),
    })
    .refine(
      ({ rung, recordsInstead }) => recordsInstead === undefined || rung === 'copy',
      'an EHR that records something other than a draft has the rung "copy"',
    )
    .default({ rung: 'copy', intent: 'order' }),
  /** OperationOutcome issue codes or details codes (Epic's 4119) this EHR sends with ordinary answers: confirm, not R01. */
  standingWarnings: z.array(z.string()).default([]),
  /** Parts this EHR is known not to have: named on screen, not asked for. MedicationRequest can never be absent. */
  absent: z.array(chartPart).default([]),
  /**
   * What this EHR's answers are limited to where nothing in them says so: {"part": "MedicationRequest", "what": "orders of the last
   * two years"}. Asked about on every chart (R06).
   */
  showsOnly: z
    .array(z.strictObject({ part: z.enum(['MedicationRequest', ...FURTHER_PARTS]), what: z.string().min(1) }))
    .default([]),
  /** Where this EHR calls the app as orders are made; without it no call of it is answered. */
  cdsHooks: cdsHooks.optional(),
  /** Further FHIR bases under which this EHR's rows name each other ("http://fhir-server/fhir"). Nothing is ever sent to them. */
  otherBases: z.array(z.string().refine(isHttpAddress, 'must be an http or https address')).default([]),
});

/** @see RFC 7617, section 2: where the header is not encoded, its first colon ends the client id. */
export const siteSchema = siteObject.refine(
  ({ clientId, authentication }) =>
    authentication.method !== 'client-secret' ||
    authentication.encoding === 'form' ||
    !clientId.includes(':'),
  { path: ['clientId'], message: 'holds a colon: set authentication.encoding to "form"' },
);

export type Site = z.infer<typeof siteSchema>;

/** A site whose EHR calls the hooks. */
export type HookedSite = Site & { readonly cdsHooks: NonNullable<Site['cdsHooks']> };

export function isHooked(site: Site): site is HookedSite {
  return site.cdsHooks !== undefined;
}

export const sitesSchema = z.strictObject({ sites: z.array(siteSchema).min(1) });

/** Another site's answers come back to the same address as this one's: an answer of one could be passed off as the other's. */
export function sharesCallback(site: Site, sites: readonly Site[]): boolean {
  return sites.some((other) => other.issuer !== site.issuer && other.callback === site.callback);
}
