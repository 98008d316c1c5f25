/** The record store of a single server: one SQLite file, write-ahead log. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { JOURNAL_PREFIX, type RecordStore, type StoredRecord } from './record-store.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS record (
    key TEXT PRIMARY KEY, version INTEGER NOT NULL, bytes BLOB NOT NULL,
    made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS record_expires_at ON record (expires_at);`;

/** What has expired is deleted at each put and insert: /health puts, so that a server that is watched keeps nothing for longer.
 *
 * @param path of the file; its folder is made. The file is readable by its owner alone. */
export function openSqliteRecordStore(path: string): RecordStore {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const before = process.umask(0o077);
  let database: DatabaseSync;
  try {
    database = new DatabaseSync(path);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000');
    database.exec(SCHEMA);
  } finally {
    process.umask(before);
  }

  const opened = identityOf(path);
  /** A file that was removed or replaced goes on taking writes that nobody will read. */
  function standing(): void {
    if (identityOf(path) !== opened)
      throw new Error('the session store was removed or replaced under the running app');
  }

  const select = database.prepare('SELECT version, bytes FROM record WHERE key = ? AND expires_at > ?');
  const upsert = database.prepare(
    `INSERT INTO record (key, version, bytes, made_at, expires_at) VALUES (?, 1, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET version = version + 1, bytes = excluded.bytes, expires_at = excluded.expires_at`,
  );
  const countOne = database.prepare(
    `INSERT INTO record (key, version, bytes, made_at, expires_at) VALUES (?1, 1, x'', ?2, ?3)
     ON CONFLICT (key) DO UPDATE SET version = iif(expires_at > ?2, version + 1, 1), expires_at = iif(expires_at > ?2, expires_at, ?3)
     RETURNING version`,
  );
  const insert = database.prepare(
    'INSERT INTO record (key, version, bytes, made_at, expires_at) VALUES (?, 1, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const update = database.prepare(
    `UPDATE record SET version = version + 1, bytes = ?, expires_at = ?
     WHERE key = ? AND version = ? AND expires_at > ?`,
  );
  const takeOut = database.prepare('DELETE FROM record WHERE key = ? RETURNING version, bytes, expires_at');
  const extend = database.prepare('UPDATE record SET expires_at = ? WHERE key = ? AND expires_at > ?');
  const dropExpired = database.prepare('DELETE FROM record WHERE expires_at <= ?');
  const dropOldest = database.prepare(
    `DELETE FROM record WHERE key IN (
       SELECT key FROM record WHERE key >= ? AND key < ? ORDER BY made_at DESC LIMIT -1 OFFSET ?)`,
  );

  const stored = (row: Record<string, unknown> | undefined): StoredRecord | null =>
    row === undefined ? null : { version: Number(row.version), bytes: row.bytes as Uint8Array };

  /** The disk has the journal's line when this returns; a launch that a power cut takes back is opened again. */
  function kept<T>(key: string, write: () => T): T {
    if (!key.startsWith(JOURNAL_PREFIX)) return write();
    database.exec('PRAGMA synchronous = FULL');
    try {
      return write();
    } finally {
      database.exec('PRAGMA synchronous = NORMAL');
    }
  }

  return {
    async read(keys) {
      standing();
      const now = Date.now();
      const found = new Map<string, StoredRecord>();
      for (const key of keys) {
        const record = stored(select.get(key, now));
        if (record) found.set(key, record);
      }
      return found;
    },
    async put(key, bytes, expiresAt) {
      standing();
      const now = Date.now();
      dropExpired.run(now);
      kept(key, () => upsert.run(key, bytes, now, expiresAt));
    },
    async insert(key, bytes, expiresAt) {
      standing();
      const now = Date.now();
      dropExpired.run(now);
      return kept(key, () => insert.run(key, bytes, now, expiresAt).changes === 1);
    },
    async replace(key, version, bytes, expiresAt) {
      standing();
      return kept(key, () => update.run(bytes, expiresAt, key, version, Date.now()).changes === 1);
    },
    async take(key) {
      standing();
      const row = takeOut.get(key);
      return row !== undefined && Number(row.expires_at) > Date.now() ? stored(row) : null;
    },
    async touch(keys, expiresAt) {
      standing();
      const now = Date.now();
      for (const key of keys) extend.run(expiresAt, key, now);
    },
    async count(key, expiresAt) {
      standing();
      return Number(countOne.get(key, Date.now(), expiresAt)?.version);
    },
    async trim(prefix, most) {
      standing();
      dropOldest.run(prefix, `${prefix}\u{10ffff}`, most);
    },
  };
}

function identityOf(path: string): string | null {
  const file = statSync(path, { throwIfNoEntry: false });
  return file ? `${file.dev} ${file.ino}` : null;
}
