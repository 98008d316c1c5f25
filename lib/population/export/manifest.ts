/** What a server says of an export: which files there are, what was asked for, and what went wrong. @see Bulk Data Access 3.0.0, "Complete Status"; 4.0 ballot */

import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { nextLinks } from '#lib/fhir/next-links.ts';

export interface ListedFile {
  readonly url: string;
  /** Last part of its address: the name under which it is kept. */
  readonly name: string;
  readonly type: string | null;
  readonly kind: 'output' | 'deleted' | 'outcome';
  /** Rows that the server counts; null where it does not say. */
  readonly count: number | null;
  /** Name of the file in which the last block goes on; null where it ends with the file. */
  readonly continuesIn: string | null;
}

export interface Manifest {
  /** Instant as text; null where the server gives none that is one. */
  readonly transactionTime: string | null;
  /** Types that were asked for by name; null where none were named or nobody says. */
  readonly asked: readonly string[] | null;
  readonly files: readonly ListedFile[];
  /** There is a further part of this manifest. */
  readonly hasNext: boolean;
  /** Something of it is of no shape that is known: what it lists there cannot be told. */
  readonly isOdd: boolean;
}

/** `error` was renamed to `outcome` in STU 4. */
const LISTS = { output: 'output', deleted: 'deleted', error: 'outcome', outcome: 'outcome' } as const;

/** Null when this is no manifest. */
export function readManifest(json: unknown): Manifest | null {
  if (!isObject(json) || json.resourceType !== undefined) return null;
  if (!Array.isArray(json.output) && typeof json.transactionTime !== 'string') return null;
  const files: ListedFile[] = [];
  let isOdd = false;
  for (const [member, kind] of Object.entries(LISTS)) {
    const listed = json[member] ?? [];
    if (!Array.isArray(listed)) isOdd = true;
    for (const one of [listed].flat()) {
      const file = isObject(one) ? listedFile(one, kind) : null;
      if (file === null) isOdd = true;
      else files.push(file);
    }
  }
  return {
    transactionTime: instant(json.transactionTime),
    asked: typesAsked(json.request),
    files,
    hasNext: nextLinks(json).length > 0,
    isOdd,
  };
}

function listedFile(one: JsonObject, kind: ListedFile['kind']): ListedFile | null {
  if (typeof one.url !== 'string' || one.url === '') return null;
  return {
    url: one.url,
    name: fileName(one.url),
    type: typeof one.type === 'string' ? one.type : null,
    kind,
    count: typeof one.count === 'number' && Number.isInteger(one.count) && one.count >= 0 ? one.count : null,
    continuesIn: typeof one.continuesInFile === 'string' ? fileName(one.continuesInFile) : null,
  };
}

/** "MedicationRequest.1.ndjson" of an address that ends so. */
export function fileName(address: string): string {
  const path = URL.parse(address)?.pathname ?? address.split(/[?#]/)[0] ?? '';
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function instant(value: unknown): string | null {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : null;
}

/** From the kick-off request as the manifest repeats it. */
function typesAsked(request: unknown): readonly string[] | null {
  if (typeof request !== 'string') return null;
  const query = request.split('?')[1] ?? '';
  const types = new URLSearchParams(query)
    .getAll('_type')
    .flatMap((list) => list.split(','))
    .map((type) => type.trim())
    .filter(Boolean);
  return types.length === 0 ? null : types;
}
