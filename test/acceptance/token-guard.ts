/** What a token lets through to a FHIR server that knows no tokens: scopes, and the launched patient's rows alone. */
import type { Bundle, Resource } from '@medplum/fhirtypes';
import type { TokenGrant } from '../sandbox/fhir/call.ts';
import { patientOf } from '../sandbox/fhir/patient-of.ts';
import { reachOf } from '../sandbox/fhir/scopes.ts';
import { servedType } from '../sandbox/fhir/served-types.ts';

interface FhirRequest {
  readonly method: string;
  /** What follows the FHIR base: ["Patient", "p1"]. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
}

/** Why a request may not pass, in words; null where it may. */
export function refusalOf({ method, segments, query, body }: FhirRequest, grant: TokenGrant): string | null {
  const [type, id] = segments;
  if (method === 'POST') {
    const rows = type === undefined ? rowsOf(body) : [body as Resource];
    if (rows === null) return 'Only a transaction of creates may be posted to the base.';
    return rows.map((row) => refusedCreate(row, grant)).find((refused) => refused !== null) ?? null;
  }
  if (method !== 'GET') return 'Apps may read, search and create.';
  // A further page is known by a handle that only its first page gave away.
  if (type === undefined) return null;
  const reach = reachOf(grant.scopes, type, id === undefined ? 's' : 'r');
  if (reach === null) return `The scopes granted do not let this app read ${type}.`;
  if (id !== undefined || reach === 'user' || servedType(type)?.compartment !== true) return null;
  const named = query.getAll(type === 'Patient' ? '_id' : 'patient');
  const isOwn = named.length > 0 && named.every((one) => one.replace('Patient/', '') === grant.patient);
  return isOwn ? null : 'The search asks for a patient this app was not launched for.';
}

/** Whether a row that was read by its address is one the token reaches. */
export function mayBeSeen(row: Resource, grant: TokenGrant): boolean {
  const owner = patientOf(row);
  return owner === null || owner === grant.patient;
}

function refusedCreate(row: Resource, grant: TokenGrant): string | null {
  if (reachOf(grant.scopes, row.resourceType, 'c') === null)
    return `The scopes granted do not let this app create ${row.resourceType}.`;
  return mayBeSeen(row, grant) ? null : 'The row is of a patient this app was not launched for.';
}

function rowsOf(body: unknown): readonly Resource[] | null {
  const { type, entry = [] } = body as Bundle;
  const areCreates = entry.every(({ request }) => request?.method === 'POST');
  return type === 'transaction' && areCreates
    ? entry.flatMap(({ resource }) => (resource ? [resource] : []))
    : null;
}
