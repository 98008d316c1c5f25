/** The record store of more than one server: Redis or Valkey. Each act is one command or one script, so none can be cut in two. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, RESP_TYPES } from 'redis';
import type { RecordStore, StoredRecord } from './record-store.ts';

/** POLICY: a store that has not answered by then is down; the page says so instead of hanging. */
const ANSWER_LIMIT_MS = 5_000;
/** POLICY: for so long a store that did not answer is not asked again: a page asks several times, and waits once. */
const SILENCE_MS = 1_000;
/** POLICY: pause before each new attempt to connect. */
const RECONNECT_MS = 500;

const PREFIX = 'ldn-titration/';
/** Names of the keys inserted under one prefix, by the time of their insertion: what `trim` goes by. */
const ORDER = `${PREFIX}order/`;

/**
 * A record is a hash: v version, b bytes, e expiry. The expiry is compared with the asking server's clock, as in the other store;
 * Redis's own expiry clears up after it.
 */
const STANDS = `
local function stands(key, now)
  local e = redis.call('HGET', key, 'e')
  return e and tonumber(e) > tonumber(now)
end
local function write(key, version, bytes, expires)
  redis.call('HSET', key, 'v', version, 'b', bytes, 'e', expires)
  redis.call('PEXPIREAT', key, expires)
end`;

const PUT = `${STANDS}
local v = tonumber(redis.call('HGET', KEYS[1], 'v') or 0)
write(KEYS[1], v + 1, ARGV[2], ARGV[3])`;

const INSERT = `${STANDS}
if stands(KEYS[1], ARGV[1]) then return 0 end
write(KEYS[1], 1, ARGV[2], ARGV[3])
if KEYS[2] then redis.call('ZADD', KEYS[2], ARGV[1], KEYS[1]) end
return 1`;

const REPLACE = `${STANDS}
if not stands(KEYS[1], ARGV[1]) or redis.call('HGET', KEYS[1], 'v') ~= ARGV[4] then return 0 end
write(KEYS[1], ARGV[4] + 1, ARGV[2], ARGV[3])
return 1`;

const TAKE = `
local record = redis.call('HMGET', KEYS[1], 'v', 'b', 'e')
redis.call('DEL', KEYS[1])
redis.call('ZREM', KEYS[2], KEYS[1])
return record`;

const TOUCH = `${STANDS}
for _, key in ipairs(KEYS) do
  if stands(key, ARGV[1]) then
    redis.call('HSET', key, 'e', ARGV[2])
    redis.call('PEXPIREAT', key, ARGV[2])
  end
end`;

const COUNT = `${STANDS}
if not stands(KEYS[1], ARGV[1]) then
  write(KEYS[1], 1, '', ARGV[2])
  return 1
end
return redis.call('HINCRBY', KEYS[1], 'v', 1)`;

const TRIM = `
for _, key in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1 - ARGV[1])) do
  redis.call('DEL', key)
  redis.call('ZREM', KEYS[1], key)
end`;

/**
 * @param url redis:// or rediss://, with user name and password where the server wants them.
 * @param orderedPrefixes the prefixes that will be trimmed.
 */
export function openRedisRecordStore(url: string, orderedPrefixes: readonly string[]): RecordStore {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: { connectTimeout: ANSWER_LIMIT_MS, reconnectStrategy: () => RECONNECT_MS },
  });
  /** Why there is no connection any more; null while there is one, or the first is still being made. */
  let fault: unknown = null;
  let wasReady = false;
  let silentUntil = 0;
  client.on('error', (error) => {
    if (wasReady) fault = error;
  });
  client.on('ready', () => {
    fault = null;
    wasReady = true;
  });
  const connected = client.connect();
  connected.catch(() => {});
  const binary = client.withTypeMapping({ [RESP_TYPES.BLOB_STRING]: Buffer });

  /** Waits for the first connection, and for an answer, no longer than the limit. @throws Error without the address. */
  async function within<T>(answer: () => Promise<T>): Promise<T> {
    if (!client.isReady && fault !== null)
      throw new Error('the session store cannot be reached', { cause: fault });
    if (performance.now() < silentUntil) throw new Error('the session store did not answer in time');
    const limit = new AbortController();
    const late = sleep(ANSWER_LIMIT_MS, null, { signal: limit.signal, ref: false }).catch(() => null);
    try {
      const first = await Promise.race([connected.then(answer).then((value) => ({ value })), late]);
      if (first !== null) return first.value;
    } catch (cause) {
      throw new Error('the session store did not do what it was asked', { cause });
    } finally {
      limit.abort();
    }
    silentUntil = performance.now() + SILENCE_MS;
    throw new Error('the session store did not answer in time');
  }

  const run = (script: string, keys: readonly string[], given: readonly (string | number | Uint8Array)[]) =>
    within(() =>
      binary.eval(script, {
        keys: [...keys],
        arguments: given.map((one) => (typeof one === 'object' ? Buffer.from(one) : String(one))),
      }),
    );
  const nameOf = (key: string) => `${PREFIX}${key}`;
  const orderOf = (key: string) =>
    orderedPrefixes.filter((prefix) => key.startsWith(prefix)).map((prefix) => `${ORDER}${prefix}`);

  return {
    async read(keys) {
      const records = await within(() =>
        Promise.all(keys.map((key) => binary.hmGet(nameOf(key), ['v', 'b', 'e']))),
      );
      const found = new Map<string, StoredRecord>();
      for (const [index, key] of keys.entries()) {
        const record = stored(records[index]);
        if (record) found.set(key, record);
      }
      return found;
    },
    async put(key, bytes, expiresAt) {
      await run(PUT, [nameOf(key)], [Date.now(), bytes, expiresAt]);
    },
    async insert(key, bytes, expiresAt) {
      return (await run(INSERT, [nameOf(key), ...orderOf(key)], [Date.now(), bytes, expiresAt])) === 1;
    },
    async replace(key, version, bytes, expiresAt) {
      return (await run(REPLACE, [nameOf(key)], [Date.now(), bytes, expiresAt, version])) === 1;
    },
    async take(key) {
      return stored(await run(TAKE, [nameOf(key), orderOf(key)[0] ?? ORDER], []));
    },
    async touch(keys, expiresAt) {
      await run(TOUCH, keys.map(nameOf), [Date.now(), expiresAt]);
    },
    async count(key, expiresAt) {
      return Number(await run(COUNT, [nameOf(key)], [Date.now(), expiresAt]));
    },
    async trim(prefix, most) {
      await run(TRIM, [`${ORDER}${prefix}`], [most]);
    },
  };
}

/** The answer to HMGET v b e; null where there is no record, or one past its time. */
function stored(answer: unknown): StoredRecord | null {
  const [version, bytes, expires] = Array.isArray(answer) ? answer : [];
  if (!Buffer.isBuffer(bytes) || Number(String(expires)) <= Date.now()) return null;
  return { version: Number(String(version)), bytes: new Uint8Array(bytes) };
}
