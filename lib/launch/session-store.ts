/** Launches in progress and launches made, as records of one store; each launch's records are its own and no other's. */
import { randomUUID } from 'node:crypto';
import { processWide } from '#lib/operations/process-wide.ts';
import { isRedisAddress, settings } from '#lib/settings/environment.ts';
import type { RecordStore } from '#lib/store/record-store.ts';
import { openRedisRecordStore } from '#lib/store/redis-record-store.ts';
import { makeSeal, type Sealed, type SealedRecords, sealRecords } from '#lib/store/sealed-records.ts';
import { digest } from '#lib/store/secrets.ts';
import { openSqliteRecordStore } from '#lib/store/sqlite-record-store.ts';
import { keepPlan, readKeptPlan } from '#lib/visit/kept-plan.ts';
import type { LaunchWork } from '#lib/visit/launch-work.ts';
import type { Authorization } from './authorize.ts';
import type { Discovery } from './discover.ts';
import type { TokenLife } from './exchange.ts';
import type { LaunchSession } from './session.ts';

/** POLICY: a launch nobody has touched for this long is over. */
export const IDLE_MS = 60 * 60_000;
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
  readonly work: LaunchWork;
}

const WORK_FIELDS = Object.keys({
  regimenForm: true,
  plansBefore: true,
  planKeptAt: true,
  answerForm: true,
  chart: true,
  draftIdentifier: true,
  sent: true,
} satisfies Record<keyof LaunchWork, true>) as readonly (keyof LaunchWork)[];

export interface SessionStore {
  savePending(state: string, pending: PendingLaunch): Promise<void>;
  peekPending(state: string): Promise<PendingLaunch | null>;
  /** Once: of two who ask, one gets it. */
  takePending(state: string): Promise<PendingLaunch | null>;
  /** Remembers which launch a callback made, for its reload. */
  saveAnswered(state: string, launchId: string): Promise<void>;
  launchAnswered(state: string): Promise<string | null>;
  createLaunch(session: LaunchSession, browser: string, tokens: LaunchTokens): Promise<void>;
  /** The launch, and its idle time started again; null when there is none or it is over. */
  openLaunch(launchId: string): Promise<KeptLaunch | null>;
  /** The issuer of a launch, whoever asks; does not start its idle time again. */
  issuerOf(launchId: string): Promise<string | null>;
  readTokens(launchId: string): Promise<Sealed<LaunchTokens> | null>;
  /** False when someone else wrote since that version. */
  replaceTokens(launch: LaunchSession, version: number, tokens: LaunchTokens): Promise<boolean>;
  saveWork(launch: LaunchSession, change: Partial<LaunchWork>): Promise<void>;
}

/** The store named in the settings, one per process. @throws SettingsError */
export function sessionStore(): SessionStore {
  return makeSessionStore(launchRecords());
}

export function launchRecords(): SealedRecords {
  const { sessionStore: place, sessionKeys } = settings();
  const open = processWide('record-stores', () => new Map<string, RecordStore>());
  const store = open.get(place) ?? openRecordStore(place);
  open.set(place, store);
  return sealRecords(store, makeSeal(sessionKeys));
}

/** @param place a redis:// or rediss:// address, or the path of an SQLite file. */
function openRecordStore(place: string): RecordStore {
  return isRedisAddress(place) ? openRedisRecordStore(place, [PENDING_PREFIX]) : openSqliteRecordStore(place);
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

    async createLaunch(session, browser, tokens) {
      const until = endOf(session);
      const key = launchKeys(session.id);
      await records.insert(key.tokens, tokens, until);
      await records.insert(key.work('draftIdentifier'), randomUUID(), until);
      const keptPlan = await readKeptPlan(records, session);
      if (keptPlan !== null) {
        await records.insert(key.work('regimenForm'), keptPlan.regimenForm, until);
        await records.insert(key.work('planKeptAt'), keptPlan.planKeptAt, until);
      }
      await records.insert(key.session, { session, browser }, until);
    },
    async openLaunch(launchId) {
      const key = launchKeys(launchId);
      const found = await records.read<unknown>(key.all);
      const kept = found.get(key.session)?.value as Pick<KeptLaunch, 'session' | 'browser'> | undefined;
      const tokens = found.get(key.tokens)?.value as LaunchTokens | undefined;
      if (kept === undefined || tokens === undefined || kept.session.id !== launchId) return null;
      // A launch that lost its draft's identifier could write a second draft.
      if (!found.has(key.work('draftIdentifier'))) return null;
      await records.touch(key.all, endOf(kept.session));
      const work = WORK_FIELDS.map((field) => [field, found.get(key.work(field))?.value ?? null]);
      return { ...kept, tokens, work: Object.fromEntries(work) as LaunchWork };
    },
    async issuerOf(launchId) {
      const kept = await records.readOne<Pick<KeptLaunch, 'session'>>(launchKeys(launchId).session);
      return kept?.value.session.issuer ?? null;
    },
    readTokens: (launchId) => records.readOne<LaunchTokens>(launchKeys(launchId).tokens),
    replaceTokens: (launch, version, tokens) =>
      records.replace(launchKeys(launch.id).tokens, version, tokens, endOf(launch)),
    async saveWork(launch, change) {
      const key = launchKeys(launch.id);
      for (const field of WORK_FIELDS) {
        if (field in change) await records.put(key.work(field), change[field], endOf(launch));
      }
      await keepPlan(records, launch, change);
    },
  };
}

const PENDING_PREFIX = 'pending/';
const pendingKey = (state: string) => `${PENDING_PREFIX}${digest(state)}`;
const answeredKey = (state: string) => `answered/${digest(state)}`;

/** Ids stand in the store as digests: whoever reads the file learns no address of a launch. */
function launchKeys(launchId: string) {
  const launch = `launch/${digest(launchId)}`;
  const work = (field: keyof LaunchWork) => `${launch}/kept/${field}`;
  const session = `${launch}/session`;
  const tokens = `${launch}/tokens`;
  return { session, tokens, work, all: [session, tokens, ...WORK_FIELDS.map(work)] };
}

function endOf(session: LaunchSession): number {
  return Math.min(Date.now() + IDLE_MS, session.createdAt + ABSOLUTE_MS);
}
