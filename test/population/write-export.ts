/** Many patients as an export on disk, a file a type, in flat memory; and the same charts as Bundles, a line each in order of their ids. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { exportRows, patientNumber } from './many-patients.ts';

/** @param bundles file of the Bundles; null: they are not wanted. @returns bytes of the export */
export function writeExport(count: number, folder: string, bundles: string | null): number {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, number>();
  const shared = new Set<string>();
  let bytes = 0;
  const write = (name: string, line: string) => {
    const fd = files.get(name) ?? openSync(path.join(folder, name), 'w', 0o600);
    files.set(name, fd);
    bytes += writeSync(fd, line);
  };
  const numbers = Array.from({ length: count }, (_, index) => index);
  const lines = bundles === null ? null : openSync(bundles, 'w', 0o600);
  // Ids begin with "n" and the number: in their order the numbers are in order of their texts.
  const ordered = bundles === null ? numbers : numbers.toSorted((a, b) => (`n${a}-` < `n${b}-` ? -1 : 1));
  for (const number of ordered) {
    const chart = patientNumber(number);
    if (lines !== null) writeSync(lines, `${JSON.stringify(chart)}\n`);
    for (const row of exportRows([chart])) {
      const text = `${JSON.stringify(row)}\n`;
      if (!row.id.startsWith('n')) {
        if (shared.has(text)) continue;
        shared.add(text);
      }
      write(`${row.resourceType}.ndjson`, text);
    }
  }
  for (const fd of [...files.values(), ...(lines === null ? [] : [lines])]) closeSync(fd);
  return bytes;
}
