/** Several versions of one row: the newest stands. */

export interface Versioned {
  readonly version: string | null;
  /** Instant as text. */
  readonly updated: string | null;
}

/** Those that no other is newer than: more than one where nobody can say which is, and then all are kept. In any order given. */
export function newestOf<Row extends Versioned>(rows: readonly Row[]): readonly Row[] {
  return rows.length < 2 ? rows : rows.filter((row) => !rows.some((other) => isNewer(other, row)));
}

/** By number of version and by time, where both can be compared; what the two say against each other is not decided. */
function isNewer(a: Versioned, b: Versioned): boolean {
  const byVersion = order(numbered(a.version), numbered(b.version));
  const byTime = order(instant(a.updated), instant(b.updated));
  return (byVersion === 1 && byTime !== -1) || (byTime === 1 && byVersion !== -1);
}

function order(a: number | null, b: number | null): -1 | 0 | 1 {
  return a === null || b === null || a === b ? 0 : a > b ? 1 : -1;
}

function numbered(version: string | null): number | null {
  return version !== null && /^\d{1,15}$/.test(version) ? Number(version) : null;
}

function instant(text: string | null): number | null {
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? null : time;
}
