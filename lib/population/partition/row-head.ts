/** What sorting needs of a line: its JSON, its head, and what its file's name tells. */
import path from 'node:path';
import { isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { isResourceType } from '#lib/fhir/resource-types.ts';
import type { RowHead } from './buckets.ts';

export function headFrom({ id, meta }: JsonObject, type: string, patient: string): RowHead {
  const { versionId, lastUpdated } = isObject(meta) ? meta : {};
  return {
    patient,
    type,
    id: typeof id === 'string' && id !== '' ? id : null,
    version: typeof versionId === 'string' ? versionId : null,
    updated: typeof lastUpdated === 'string' ? lastUpdated : null,
  };
}

/** What is no JSON gives undefined. */
export function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

const RETURN = 13;

export function withoutReturn(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === RETURN || bytes[end - 1] === 32 || bytes[end - 1] === 9)) end -= 1;
  return bytes.subarray(0, end);
}

/** "MedicationRequest" of "MedicationRequest.000.ndjson". */
export function typeInName(name: string): string | null {
  return (
    path
      .basename(name)
      .split(/[^A-Za-z]+/)
      .find(isResourceType) ?? null
  );
}
