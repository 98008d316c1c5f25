/** A folder with an export: its manifests, its files, and what they do not hold together. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileName, type ListedFile, type Manifest, readManifest } from './manifest.ts';

export interface ExportFile {
  /** Relative to the folder. */
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** As a manifest lists it; null where none does. */
  readonly listed: ListedFile | null;
}

export interface ExportFolder {
  readonly folder: string;
  readonly files: readonly ExportFile[];
  readonly manifests: readonly Manifest[];
  /** Files of other kinds, which were not read. */
  readonly otherFiles: readonly string[];
  /** Listed by a manifest and not in the folder. */
  readonly missing: readonly ListedFile[];
  /** The earliest that the manifests give; null where they give none. */
  readonly transactionTime: string | null;
  /** Says whether the folder is the same as at another time. */
  readonly fingerprint: string;
}

const ROWS = /\.(?:ndjson|jsonl|json)(?:\.gz)?$/i;
/** No manifest is as large. */
const LARGEST_MANIFEST = 64 * 1024 * 1024;

/** @throws where the folder cannot be read */
export function openExport(folder: string): ExportFolder {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.split(path.sep).some((part) => part.startsWith('.')))
    .sort();
  const manifests: Manifest[] = [];
  const others: string[] = [];
  const found = names.flatMap((name) => {
    const place = path.join(folder, name);
    const { size, mtimeMs } = statSync(place);
    const manifest = /\.json$/i.test(name) && size <= LARGEST_MANIFEST ? manifestIn(place) : null;
    if (manifest !== null) manifests.push(manifest);
    return manifest === null ? [{ name, path: place, size, mtimeMs }] : [];
  });
  const listed = new Map(manifests.flatMap(({ files }) => files.map((file) => [file.name, file])));
  const files = found.flatMap(({ name, path: place, size }): ExportFile[] => {
    const as =
      listed.get(path.basename(name)) ?? listed.get(path.basename(name).replace(/\.gz$/i, '')) ?? null;
    if (as === null && !ROWS.test(name)) {
      others.push(name);
      return [];
    }
    return [{ name, path: place, size, listed: as }];
  });
  const here = new Set(files.flatMap((file) => file.listed?.name ?? []));
  const times = manifests.flatMap(({ transactionTime }) => transactionTime ?? []);
  return {
    folder,
    files,
    manifests,
    otherFiles: others,
    missing: [...listed.values()].filter(({ name }) => !here.has(name)),
    transactionTime: times.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([manifests, found.map(({ name, size, mtimeMs }) => [name, size, mtimeMs])]))
      .digest('hex'),
  };
}

function manifestIn(place: string): Manifest | null {
  try {
    return readManifest(JSON.parse(readFileSync(place, 'utf8')));
  } catch {
    return null;
  }
}

/** The file in which a block goes on, where it is in the folder. */
export function goesOnIn(folder: ExportFolder, address: string): boolean {
  return folder.files.some(({ name, listed }) =>
    [path.basename(name), listed?.name].includes(fileName(address)),
  );
}
