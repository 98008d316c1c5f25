/** Rows of no patient to which others refer, and what was deleted: on disk, found by name from every worker. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { newestOf, type Versioned } from '#lib/population/export/newest.ts';

interface SharedRow extends Versioned {
  readonly type: string;
  readonly id: string;
  readonly text: string;
}

export interface SharedRowsWriter {
  add(row: SharedRow): void;
  addDeleted(key: string): void;
  /** @returns a hash of everything that was added. */
  close(): string;
}

export interface SharedRows {
  /** As newest: more than one where rows of one name differ and none is newer. */
  find(type: string, id: string): readonly SharedRow[];
  /** Whatever has this id. */
  findById(id: string): readonly SharedRow[];
  isDeleted(key: string): boolean;
  close(): void;
}

const ROWS_AT_ONCE = 10_000;
/** Found before and kept in memory: the same people and medicines are named again and again. */
const MOST_KEPT = 5_000;

/** @param path of a file that is not there yet; readable by its owner alone. */
export function writeSharedRows(path: string): SharedRowsWriter {
  const database = opened(path, false);
  database.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
    CREATE TABLE shared (id TEXT, type TEXT, version TEXT, updated TEXT, text TEXT);
    CREATE TABLE deleted (key TEXT PRIMARY KEY) WITHOUT ROWID; BEGIN`);
  const insert = database.prepare('INSERT INTO shared VALUES (?, ?, ?, ?, ?)');
  const insertDeleted = database.prepare('INSERT INTO deleted VALUES (?) ON CONFLICT DO NOTHING');
  const hash = createHash('sha256');
  let rows = 0;
  const written = () => {
    rows += 1;
    if (rows % ROWS_AT_ONCE === 0) database.exec('COMMIT; BEGIN');
  };
  return {
    add({ type, id, version, updated, text }) {
      insert.run(id, type, version, updated, text);
      hash.update(text);
      written();
    },
    addDeleted(key) {
      insertDeleted.run(key);
      hash.update(`deleted ${key}\n`);
      written();
    },
    close() {
      database.exec('COMMIT; CREATE INDEX shared_id ON shared (id, type)');
      database.close();
      return hash.digest('hex');
    },
  };
}

export function openSharedRows(path: string): SharedRows {
  const database = opened(path, true);
  const byName = database.prepare('SELECT * FROM shared WHERE id = ? AND type = ?');
  const byId = database.prepare('SELECT * FROM shared WHERE id = ?');
  const deleted = database.prepare('SELECT 1 FROM deleted WHERE key = ?');
  const anyDeleted = database.prepare('SELECT 1 FROM deleted LIMIT 1').get() !== undefined;
  const isDeleted = (key: string) => anyDeleted && deleted.get(key) !== undefined;
  const standing = (found: unknown) =>
    eachTextOnce(newestOf((found as SharedRow[]).filter(({ type, id }) => !isDeleted(`${type}/${id}`))));
  const found = new Map<string, readonly SharedRow[]>();
  const once = (key: string, look: () => unknown) => {
    const before = found.get(key);
    if (before !== undefined) return before;
    if (found.size >= MOST_KEPT) found.clear();
    const rows = standing(look());
    found.set(key, rows);
    return rows;
  };
  return {
    find: (type, id) => once(`${type}/${id}`, () => byName.all(id, type)),
    findById: (id) => once(id, () => byId.all(id)),
    isDeleted,
    close: () => database.close(),
  };
}

function eachTextOnce(rows: readonly SharedRow[]): SharedRow[] {
  return [...new Map(rows.map((row) => [row.text, row])).values()].sort((a, b) => (a.text < b.text ? -1 : 1));
}

function opened(path: string, isThere: boolean): DatabaseSync {
  if (existsSync(path) !== isThere) throw new Error(`${path} is ${isThere ? 'missing' : 'there already'}`);
  const before = process.umask(0o077);
  try {
    return new DatabaseSync(path, { readOnly: isThere });
  } finally {
    process.umask(before);
  }
}
