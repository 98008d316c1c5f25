/** The fault switches: everything this EHR can be told to do wrong, for everyone or for one patient. */
import { z } from 'zod';
import { SlowAnswers } from './slow-answers.ts';

const httpStatus = z.number().int().min(400).max(599);
const typeName = z.string().regex(/^[A-Z][A-Za-z]+$/);
/** Resource types, or "*" for all. */
const types = z.array(z.union([typeName, z.literal('*')]));

const switches = z
  .strictObject({
    /** Milliseconds before every answer of the FHIR and the authorization server, discovery included. */
    delayMs: z.number().int().min(0).max(600_000),
    /** The same answers wait until nothing was asked for so many milliseconds, and go all together: one round trip after the other. */
    quietMs: z.number().int().min(1).max(60_000),
    /** Milliseconds before the answer to a write, which is carried out at once. */
    writeDelayMs: z.number().int().min(0).max(600_000),
    /** Rows a page, whatever _count asks for. */
    pageSize: z.number().int().min(1).max(1000),
    failPage: z.strictObject({ resourceType: typeName, page: z.number().int().min(1), status: httpStatus }),
    /** Reads and searches of a type answer with this status; the first `times` of them when given. */
    refuse: z.record(
      typeName,
      z.strictObject({
        status: httpStatus,
        retryAfter: z.number().int().min(0).optional(),
        times: z.number().int().min(1).optional(),
      }),
    ),
    /** Searches of these types cut the connection. */
    cutConnection: types,
    /** Searches of these types answer 200 with an HTML page. */
    html: types,
    /** Searches of these types answer 200 with half of their JSON. */
    truncate: types,
    /** The `next` link leads back to the same page, or to another host. */
    nextLink: z.enum(['loop', 'foreign']),
    /** The `next` link leads to the base itself, "?_getpages=...", as HAPI FHIR has it. */
    pagesAtBase: z.boolean(),
    /** Answers come as plain `application/json`. */
    plainJson: z.boolean(),
    /**
     * A search repeated within so many milliseconds is answered with its old page, as HAPI FHIR does, unless the request says
     * `Cache-Control: no-cache` and that arrives: a gateway in front may drop it.
     */
    searchCache: z.strictObject({ ms: z.number().int().min(1).max(600_000), noCacheArrives: z.boolean() }),
    /** Searches of these types carry a warning entry with code 4119, as some EHRs send with ordinary answers. */
    warningEntries: types,
    /** Searches of orders carry these warnings: what the file that a chart was taken from says to be missing. */
    warnings: z.array(z.string().min(1)),
    /** Searches of these types carry one row of another patient. */
    otherPatientsRow: types,
    /** Types this server does not know: absent from /metadata, 404. */
    unsupported: z.array(typeName),
    /** No create: absent from /metadata, 405. */
    readOnly: z.boolean(),
    refuseWrite: z.strictObject({ status: httpStatus, text: z.string() }),
    /** Saved, and then answered with this status: a rule that runs after the save. */
    refuseAfterWrite: z.strictObject({ status: httpStatus, text: z.string() }),
    /** A gateway sends each write twice and passes the second answer on: 409, or where the create was conditional the first one's draft. */
    repeatWrite: z.boolean(),
    loseAnswerAfterWrite: z.boolean(),
    /** The connection of a write is cut before anything is saved. */
    loseWrite: z.boolean(),
    /** 201 with Location and no body. */
    emptyCreated: z.boolean(),
    /** 201 with a Location that is no whole address: "4_0_1/MedicationRequest/17", as node-fhir-server-core has it. */
    relativeLocation: z.boolean(),
    /** Paths of a written resource that are not stored: "dosageInstruction", "dispenseRequest.quantity". */
    dropFields: z.array(z.string().min(1)),
    /** Paths of a written resource stored with another value. */
    changeFields: z.record(z.string(), z.json()),
    ignoreConditionalCreate: z.boolean(),
    /** Reading by id what an app wrote answers 404. */
    readBackNotFound: z.boolean(),
    /** Searches leave out drafts. */
    hideDrafts: z.boolean(),
    /** Milliseconds until a search shows what was written. */
    searchLagMs: z.number().int().min(0).max(600_000),
    /** Every connection is cut: the server is being started again. */
    down: z.boolean(),
    /** Seconds an access token lives. */
    tokenLifetimeSeconds: z.number().int().min(1).max(86_400),
    /** Every access token issued so far ends at once; not kept. */
    tokenExpiresNow: z.boolean(),
    /** The scopes granted of those asked for, or what they leave of them: `patient/X.rs` of an asked `patient/X.crs`. */
    grantScopes: z.array(z.string().min(1)),
    /**
     * Adds a resource to the patient's chart: after so many searches of medication orders, or just before a write of a type.
     * Each happens once.
     */
    chartChanges: z.array(
      z.strictObject({
        afterReads: z.number().int().min(1).optional(),
        onWriteOf: typeName.optional(),
        resource: z.looseObject({ resourceType: typeName }),
      }),
    ),
    /** Served at smart_style_url of the token answer. */
    style: z.record(z.string(), z.json()),
    needPatientBanner: z.boolean(),
    fhirUser: z.enum(['Practitioner', 'PractitionerRole', 'Patient', 'RelatedPerson', 'none']),
    noPatientInLaunch: z.boolean(),
    /** Token answers name this patient, whoever the app was opened for. */
    tokenPatient: z.string().min(1),
    /** Prefetch keys that are left out of every CDS Hooks call. */
    dropPrefetch: z.array(z.string().min(1)),
    /** What `$export` does wrong. */
    bulk: z
      .strictObject({
        /** Looks at the status that are answered with "not yet". */
        looks: z.number().int().min(0),
        /** The first so many kick-offs, and requests after them, are answered with 429. */
        busy: z.number().int().min(1),
        /** The token of this request, counted from the first of any export, has ended. */
        tokenEndsAt: z.number().int().min(1),
        /** No file of this type comes, though it was asked for. */
        missingType: typeName,
        /** Milliseconds before each file. */
        fileDelayMs: z.number().int().min(0).max(60_000),
        /** A file of errors with these texts. */
        errorFile: z.array(z.string().min(1)),
        /** Errors are listed as `outcome`, as STU 4 has it. */
        newSpelling: z.boolean(),
        /** The last line of the orders breaks off. */
        cutLastLine: z.boolean(),
        /** Rows are not organized by patient: 400. */
        noBlocks: z.boolean(),
        /** Kick-off by POST alone. */
        postOnly: z.boolean(),
        /** The manifest comes in two parts. */
        inParts: z.boolean(),
      })
      .partial(),
    /** The token answer offers no SMART Web Messaging. */
    noWebMessaging: z.boolean(),
  })
  .partial();

const faultsSchema = switches.extend({ patients: z.record(z.string(), switches).optional() });

export type FaultSwitches = z.infer<typeof switches>;
export type FaultSettings = z.infer<typeof faultsSchema>;

export class Faults {
  #initial: FaultSettings;
  #settings: FaultSettings;
  /** How often a limited fault has struck, by its name. */
  #counts = new Map<string, number>();
  #onExpireTokens: () => void = () => {};
  readonly #slow = new SlowAnswers();

  /** `storyFaults` are those that belong to a patient's story; they stand until `patients` is set to something else. */
  constructor(storyFaults: Record<string, FaultSwitches>) {
    this.#initial = faultsSchema.parse({ patients: storyFaults });
    this.#settings = this.#initial;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  onExpireTokens(listener: () => void): void {
    this.#onExpireTokens = listener;
  }

  /** The switches that hold for one patient: the patient's own win over everyone's. */
  for(patient: string | null): FaultSwitches {
    const { patients, ...everyone } = this.#settings;
    return { ...everyone, ...(patient === null ? {} : patients?.[patient]) };
  }

  /** Resolves when an EHR with these switches may answer. */
  wait(switches: FaultSwitches): Promise<void> {
    return this.#slow.wait(switches);
  }

  /** Switches that belong to a patient as those of a story do. */
  ofPatient(patient: string, own: FaultSwitches): void {
    const added = (settings: FaultSettings) => ({
      ...settings,
      patients: { ...settings.patients, [patient]: own },
    });
    this.#initial = added(this.#initial);
    this.#settings = added(this.#settings);
  }

  /**
   * Replaces all switches; those not named are off again, `patients` not named is back to the stories' own.
   * Returns null, or what is wrong with the input; then nothing changes.
   */
  replace(input: unknown): string | null {
    const parsed = faultsSchema.safeParse(input);
    if (!parsed.success) return z.prettifyError(parsed.error);
    const { tokenExpiresNow, ...kept } = parsed.data;
    this.#settings = { ...this.#initial, ...kept };
    this.#counts.clear();
    if (tokenExpiresNow) this.#onExpireTokens();
    return null;
  }

  /** Sets the switches of one patient and leaves all others as they are. Returns as `replace` does. */
  replaceFor(patient: string, input: unknown): string | null {
    const parsed = switches.safeParse(input);
    if (!parsed.success) return z.prettifyError(parsed.error);
    const { tokenExpiresNow: _everyone, ...kept } = parsed.data;
    this.#settings = { ...this.#settings, patients: { ...this.#settings.patients, [patient]: kept } };
    return null;
  }

  /** Sets these switches of everyone and leaves the others, and those of single patients, as they are. */
  switchForAll(change: Omit<FaultSwitches, 'tokenExpiresNow'>): void {
    this.#settings = { ...this.#settings, ...switches.parse(change) };
  }

  /** True for the first `times` calls with this name since the switches were last set. */
  strikes(name: string, times: number): boolean {
    return this.count(name) <= times;
  }

  /** How often this was called with this name since the switches were last set, this call included. */
  count(name: string): number {
    const count = (this.#counts.get(name) ?? 0) + 1;
    this.#counts.set(name, count);
    return count;
  }
}

export const strikes = (types: readonly string[] | undefined, type: string): boolean =>
  types?.some((named) => named === '*' || named === type) ?? false;
