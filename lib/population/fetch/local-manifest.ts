/** The manifest as it is kept: one for all parts, with the files' names here in place of addresses, which may be as good as a key. */
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';

export interface FileToFetch {
  readonly address: string;
  readonly name: string;
  readonly withToken: boolean;
  readonly kind: 'output' | 'deleted' | 'outcome';
}

const LISTS = { output: 'output', deleted: 'deleted', error: 'outcome', outcome: 'outcome' } as const;

/** Of the names that are given here. */
export const FETCHED = /^\d{5}\.[A-Za-z]+\.ndjson(?:\.part)?$/;

export function localManifest(parts: readonly JsonObject[], request: string) {
  const files: FileToFetch[] = [];
  const names = new Map<string, string>();
  for (const part of parts) {
    for (const [member, kind] of Object.entries(LISTS)) {
      for (const { url, type } of listed(part, member)) {
        if (names.has(url)) continue;
        const what = typeof type === 'string' && /^[A-Za-z]{1,64}$/.test(type) ? type : kind;
        const name = `${String(files.length + 1).padStart(5, '0')}.${what}.ndjson`;
        names.set(url, name);
        files.push({ address: url, name, withToken: part.requiresAccessToken === true, kind });
      }
    }
  }
  const kept = (member: string) =>
    parts.flatMap((part) =>
      listed(part, member).map((one) => ({
        ...one,
        url: names.get(one.url),
        ...(typeof one.continuesInFile === 'string'
          ? { continuesInFile: names.get(one.continuesInFile) ?? 'not-listed.ndjson' }
          : {}),
      })),
    );
  const [first] = parts;
  const manifest = {
    transactionTime: earliest(parts),
    request: typeof first?.request === 'string' ? first.request : request,
    output: kept('output'),
    deleted: kept('deleted'),
    error: kept('error'),
    outcome: kept('outcome'),
    ...(parts.some(isOdd) ? { outcome: 'odd' } : {}),
  };
  return { manifest, files };
}

/** Something in place of a list or of a file: the manifest that is kept says so by what stands there in place of a list. */
function isOdd(part: JsonObject): boolean {
  return Object.keys(LISTS).some(
    (member) =>
      part[member] != null &&
      (!Array.isArray(part[member]) || listed(part, member).length < part[member].length),
  );
}

function listed(part: JsonObject, member: string) {
  const list = part[member];
  return Array.isArray(list)
    ? list.filter(
        (one): one is JsonObject & { readonly url: string } => isObject(one) && typeof one.url === 'string',
      )
    : [];
}

function earliest(parts: readonly JsonObject[]): string | null {
  const times = parts.flatMap(({ transactionTime: time }) =>
    typeof time === 'string' && !Number.isNaN(Date.parse(time)) ? [time] : [],
  );
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;
}
