/** What the EHR granted, as against what was asked for. */

export type Grant =
  | { readonly kind: 'granted' }
  /** Granted for some rows only: the queries of the granular scopes, "category=laboratory". */
  | { readonly kind: 'limited'; readonly queries: readonly string[] }
  | { readonly kind: 'none' };

/** create, read, update, delete, search */
export type Permission = 'c' | 'r' | 'u' | 'd' | 's';

const SCOPE = /^(?:patient|user)\/(\*|[A-Za-z]+)\.(read|write|\*|c?r?u?d?s?)(?:\?(.+))?$/;

const V1: ReadonlyMap<string, string> = new Map([
  ['read', 'rs'],
  ['write', 'cud'],
  ['*', 'cruds'],
]);

/** What the granted scopes allow with resources of this type. @see SMART App Launch 2.2.0 "Scopes for requesting FHIR resources" */
export function grantedTo(scopes: readonly string[], type: string, permission: Permission): Grant {
  const queries: string[] = [];
  for (const scope of scopes) {
    const [, scoped, letters = '', query] = SCOPE.exec(scope) ?? [];
    if (scoped !== type && scoped !== '*') continue;
    if (!(V1.get(letters) ?? letters).includes(permission)) continue;
    if (query === undefined) return { kind: 'granted' };
    queries.push(query);
  }
  return queries.length > 0 ? { kind: 'limited', queries } : { kind: 'none' };
}
