/** What a FHIR server says it can do. @see FHIR R4 CapabilityStatement */

import { isReadable } from './fhir-version.ts';
import { Fields, isObject } from './fields.ts';

type Interaction = 'read' | 'search-type' | 'create' | 'update';

const WRITES: ReadonlySet<Interaction> = new Set<Interaction>(['create', 'update']);

export interface Capabilities {
  /** "4.0.1"; null when the statement names none. */
  readonly fhirVersion: string | null;
  /** Resource types the server lists. */
  readonly types: ReadonlySet<string>;
  /** False for a type that is not listed. Where a type is listed without its interactions it may be read, and is not written to. */
  supports(type: string, interaction: Interaction): boolean;
  /** Null when the server does not list them. */
  searchParams(type: string): ReadonlySet<string> | null;
  includes(type: string): ReadonlySet<string>;
  conditionalCreate(type: string): boolean;
  readonly transaction: boolean;
}

export type CapabilitiesAnswer =
  | { readonly kind: 'capabilities'; readonly capabilities: Capabilities }
  /** A FHIR version this app does not read: neither R4 nor R4B. */
  | { readonly kind: 'other-version'; readonly fhirVersion: string }
  | { readonly kind: 'unavailable'; readonly why: string };

interface Listed {
  readonly interactions: ReadonlySet<string> | null;
  readonly searchParams: ReadonlySet<string> | null;
  readonly includes: ReadonlySet<string>;
  readonly conditionalCreate: boolean;
}

/** Reads a CapabilityStatement. One that lists no resource says nothing, and is `unavailable`. */
export function readCapabilities(json: unknown): CapabilitiesAnswer {
  // DSTU2 had another name for it.
  if (isObject(json) && json.resourceType === 'Conformance') {
    return { kind: 'other-version', fhirVersion: new Fields(json, []).text('fhirVersion') ?? '1.0.2' };
  }
  if (!isObject(json) || json.resourceType !== 'CapabilityStatement') {
    return { kind: 'unavailable', why: 'no-capability-statement' };
  }
  const statement = new Fields(json, []);
  const fhirVersion = statement.text('fhirVersion');
  if (fhirVersion !== null && !isReadable(fhirVersion)) return { kind: 'other-version', fhirVersion };
  const servers = statement.objects('rest').filter((rest) => rest.text('mode') !== 'client');
  const listed = new Map<string, Listed>();
  for (const resource of servers.flatMap((rest) => rest.objects('resource'))) {
    const type = resource.text('type');
    if (type !== null) listed.set(type, readListed(resource));
  }
  if (listed.size === 0) return { kind: 'unavailable', why: 'lists-no-resource' };
  return {
    kind: 'capabilities',
    capabilities: {
      fhirVersion,
      types: new Set(listed.keys()),
      supports: (type, interaction) => {
        const found = listed.get(type);
        return found !== undefined && (found.interactions?.has(interaction) ?? !WRITES.has(interaction));
      },
      searchParams: (type) => listed.get(type)?.searchParams ?? null,
      includes: (type) => listed.get(type)?.includes ?? new Set(),
      conditionalCreate: (type) => listed.get(type)?.conditionalCreate ?? false,
      transaction: servers.some((rest) => codes(rest, 'interaction')?.has('transaction')),
    },
  };
}

function readListed(resource: Fields): Listed {
  const params = resource.objects('searchParam').flatMap((param) => param.text('name') ?? []);
  return {
    interactions: codes(resource, 'interaction'),
    searchParams: params.length > 0 ? new Set(params) : null,
    includes: new Set(resource.texts('searchInclude')),
    conditionalCreate: resource.flag('conditionalCreate') === true,
  };
}

function codes(fields: Fields, name: string): ReadonlySet<string> | null {
  const found = fields.objects(name).flatMap((one) => one.text('code') ?? []);
  return found.length > 0 ? new Set(found) : null;
}
