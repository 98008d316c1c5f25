/** Launches in progress and launches made, as records of one store; each launch's records are its own and no other's. */
import type { Sealed, SealedRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import { PENDING_PREFIX, storedRecords } from '#lib/store/stored-records.ts';
import type { Authorization } from './authorize.ts';
import type { Discovery } from './discover.ts';
import type { TokenLife } from './exchange.ts';
import type { LaunchSession } from './session.ts';

/** POLICY: a launch nobody has touched for this long is over. */
const IDLE_MS = 60 * 60_000;
/** POLICY: no launch outlives a working day. */
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** POLICY: time to sign in at the EHR. */
export const PENDING_MS = 10 * 60_000;
/** POLICY: launches begun and not finished; past this the oldest go. */
const MOST_PENDING = 10_000;

/** A launch between /launch and /callback. */
export interface PendingLaunch {
  readonly issuer: string;
  /** As used for the authorization request, so that answer and exchange meet the same server. */
  readonly discovery: Discovery;
  readonly authorization: Authorization;
  readonly scopesAsked: readonly string[];
  /** Digest of the state cookie's value. */
  readonly browser: string;
}

export interface LaunchTokens {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** Null when the EHR did not say. */
  readonly life: TokenLife | null;
  readonly scopes: readonly string[];
  /** Someone is renewing and has until then. */
  readonly renewingUntil: number | null;
  /** Why no token will come any more. */
  readonly ended: 'SESSION_EXPIRED' | 'WRONG_PATIENT' | null;
}

export interface KeptLaunch {
  readonly session: LaunchSession;
  /** Digest of the launch cookie's value. */
  readonly browser: string;
  readonly tokens: LaunchTokens;
  /** The fields asked for; null where a field was never kept. */
  readonly kept: KeptFields;
}

/** What the visit keeps beside a launch, field by field; a launch knows the names of the fields alone. */
export type KeptFields = Readonly<Record<string, unknown>>;

export interface SessionStore {
  savePending(state: string, pending: PendingLaunch): Promise<void>;
  peekPending(state: string): Promise<PendingLaunch | null>;
  /** Once: of two who ask, one gets it. */
  takePending(state: string): Promise<PendingLaunch | null>;
  /** Remembers which launch a callback made, for its reload. */
  saveAnswered(state: string, launchId: string): Promise<void>;
  launchAnswered(state: string): Promise<string | null>;
  createLaunch(
    session: LaunchSession,
    browser: string,
    tokens: LaunchTokens,
    kept: KeptFields,
  ): Promise<void>;
  /** The launch, and its idle time started again; null when there is none or it is over. */
  openLaunch(launchId: string, fields: readonly string[]): Promise<KeptLaunch | null>;
  /** The issuer of a launch, whoever asks; does not start its idle time again. */
  issuerOf(launchId: string): Promise<string | null>;
  readTokens(launchId: string): Promise<Sealed<LaunchTokens> | null>;
  /** False when someone else wrote since that version. */
  replaceTokens(launch: LaunchSession, version: number, tokens: LaunchTokens): Promise<boolean>;
  /** Last write wins, field by field. */
  keep(launch: LaunchSession, change: KeptFields): Promise<void>;
}

/** The store named in the settings, one per process. @throws SettingsError */
export function sessionStore(): SessionStore {
  return makeSessionStore(storedRecords());
}

export function makeSessionStore(records: SealedRecords): SessionStore {
  return {
    async savePending(state, pending) {
      await records.insert(pendingKey(state), pending, Date.now() + PENDING_MS);
      await records.trim(PENDING_PREFIX, MOST_PENDING);
    },
    async peekPending(state) {
      return (await records.readOne<PendingLaunch>(pendingKey(state)))?.value ?? null;
    },
    takePending: (state) => records.take<PendingLaunch>(pendingKey(state)),

    saveAnswered: (state, launchId) => records.put(answeredKey(state), launchId, Date.now() + ABSOLUTE_MS),
    async launchAnswered(state) {
      return (await records.readOne<string>(answeredKey(state)))?.value ?? null;
    },

    async createLaunch(session, browser, tokens, kept) {
      const until = endOf(session);
      const key = launchKeys(session.id);
      await records.insert(key.tokens, tokens, until);
      for (const [field, value] of Object.entries(kept)) await records.insert(key.kept(field), value, until);
      await records.insert(key.session, { session, browser }, until);
    },
    async openLaunch(launchId, fields) {
      const key = launchKeys(launchId);
      const all = [key.session, key.tokens, ...fields.map(key.kept)];
      const found = await records.read<unknown>(all);
      const made = found.get(key.session)?.value as Pick<KeptLaunch, 'session' | 'browser'> | undefined;
      const tokens = found.get(key.tokens)?.value as LaunchTokens | undefined;
      if (made === undefined || tokens === undefined || made.session.id !== launchId) return null;
      await records.touch(all, endOf(made.session));
      const kept = fields.map((field) => [field, found.get(key.kept(field))?.value ?? null]);
      return { ...made, tokens, kept: Object.fromEntries(kept) };
    },
    async issuerOf(launchId) {
      const kept = await records.readOne<Pick<KeptLaunch, 'session'>>(launchKeys(launchId).session);
      return kept?.value.session.issuer ?? null;
    },
    readTokens: (launchId) => records.readOne<LaunchTokens>(launchKeys(launchId).tokens),
    replaceTokens: (launch, version, tokens) =>
      records.replace(launchKeys(launch.id).tokens, version, tokens, endOf(launch)),
    async keep(launch, change) {
      const key = launchKeys(launch.id);
      for (const [field, value] of Object.entries(change))
        await records.put(key.kept(field), value, endOf(launch));
    },
  };
}

const pendingKey = (state: string) => `${PENDING_PREFIX}${digest(state)}`;
const answeredKey = (state: string) => `answered/${digest(state)}`;

/** Ids stand in the store as digests: whoever reads the file learns no address of a launch. */
function launchKeys(launchId: string) {
  const launch = `launch/${digest(launchId)}`;
  return {
    session: `${launch}/session`,
    tokens: `${launch}/tokens`,
    kept: (field: string) => `${launch}/kept/${field}`,
  };
}

function endOf(session: LaunchSession): number {
  return Math.min(Date.now() + IDLE_MS, session.createdAt + ABSOLUTE_MS);
}
