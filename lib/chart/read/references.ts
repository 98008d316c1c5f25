/** One name for one row, however the chart refers to it: relative, absolute, versioned or by the fullUrl of its entry. */

import type { Source } from '#lib/chart/chart.ts';
import { nameLine } from '#lib/chart/shape/human-name.ts';
import { Fields, isObject, type JsonObject } from '#lib/fhir/fields.ts';
import { isSameJson } from '#lib/fhir/same-json.ts';
import { addressKey } from './address-key.ts';
import type { RawChart, RawResource } from './raw-chart.ts';

/** An address as addressKey writes it. */
const ABSOLUTE = /^(\/\/.+)\/([A-Za-z]+\/[^/]+)$/;
const LOCAL = /^[A-Za-z]+\/[^/]+$/;

/**
 * `nobody`: the row names no patient; `not-understood`: it names one in a way that says neither this nor another. Both are kept as
 * evidence, and the read counts as incomplete.
 */
export type Whose =
  | { readonly kind: 'this' | 'other' | 'nobody' }
  | { readonly kind: 'not-understood'; readonly name: string; readonly ours: string };

/** @see FHIR R4 Bundle "Resolving references in Bundles", References "literal references" */
export class References {
  /** Our own: the server's, or those of a file's entries. Empty where a file does not say where it comes from. */
  readonly #bases = new Set<string>();
  readonly #resources = new Map<string, RawResource>();
  /** Resources of a name that another, different one has already. */
  readonly #doubles = new Map<string, RawResource[]>();
  /** What the rows call the patient, and each other: the same few names again and again. */
  readonly #sources = new Map<string, Source>();
  readonly #patient: RawResource | null;
  /** "Patient/p1" */
  readonly patient: Source;

  constructor(raw: RawChart) {
    this.#patient = raw.patient;
    const isLive = raw.base !== null;
    for (const base of [raw.base ?? [], raw.otherBases].flat()) this.#bases.add(addressKey(base));
    const resources = [...raw.others, ...raw.parts.flatMap((part) => part.rows)];
    if (raw.patient !== null) resources.push(raw.patient);
    for (const resource of resources) {
      this.#add(resource.source, resource);
      if (resource.fullUrl === null) continue;
      this.#add(resource.fullUrl, resource);
      const base = ABSOLUTE.exec(addressKey(resource.fullUrl))?.[1];
      if (base !== undefined && !isLive) this.#bases.add(base);
    }
    this.patient = raw.patient === null ? `Patient/${raw.patientId}` : raw.patient.source;
  }

  /** The row's source; a reference to what was not read stays as the chart has it, less its version. */
  source(reference: string): Source {
    const known = this.#sources.get(reference);
    if (known !== undefined) return known;
    const source = this.#sourceOf(reference);
    this.#sources.set(reference, source);
    return source;
  }

  #sourceOf(reference: string): Source {
    const key = addressKey(reference);
    const found = this.#resources.get(key);
    if (found !== undefined) return found.source;
    const [, base = '', local = ''] = ABSOLUTE.exec(key) ?? [];
    if (local !== '') return this.#isOurs(base) ? local : reference.trim();
    return key;
  }

  find(reference: string): RawResource | null {
    return this.#resources.get(addressKey(reference)) ?? this.#resources.get(this.source(reference)) ?? null;
  }

  /** More than one where a file holds several of one name that differ: nobody can say which is meant. */
  findAll(reference: string): readonly RawResource[] {
    const found = this.find(reference);
    return found === null ? [] : [found, ...(this.#doubles.get(found.source) ?? [])];
  }

  /** Whom a reference names: its display, else the name of the person or organization it leads to. An address names nobody. */
  nameOf(reference: Fields): string | null {
    const display = reference.text('display');
    const address = reference.text('reference');
    if (display !== null || address === null) return display;
    const found = this.find(address);
    const fields = found === null ? null : new Fields(found.json, []);
    if (found?.type === 'PractitionerRole') {
      const practitioner = fields?.object('practitioner') ?? null;
      return practitioner === null ? null : this.#nameOfPerson(practitioner);
    }
    return fields === null ? null : nameLine(fields);
  }

  #nameOfPerson(reference: Fields): string | null {
    const display = reference.text('display');
    const found = this.find(reference.text('reference') ?? '');
    return display ?? (found === null ? null : nameLine(new Fields(found.json, [])));
  }

  /** Whose row it is that names its patient so: by an address, or by an identifier alone. */
  whose(reference: Fields): Whose {
    const address = reference.text('reference');
    if (address === null) {
      const identifier = reference.object('identifier');
      return this.#whoseIdentifier(identifier?.text('system') ?? null, identifier?.text('value') ?? null);
    }
    const source = this.source(address);
    if (source === this.patient) return { kind: 'this' };
    if (address.startsWith('Patient?')) return this.#whoseIdentifier(...conditionIn(address));
    if (LOCAL.test(source) || this.#namesAnother(source)) return { kind: 'other' };
    const [base] = this.#bases;
    return {
      kind: 'not-understood',
      name: address,
      ours: base === undefined ? this.patient : `${base.slice(2)}/${this.patient}`,
    };
  }

  /** True of an address that is neither at our server nor has the patient's id. */
  #namesAnother(source: Source): boolean {
    const local = ABSOLUTE.exec(addressKey(source))?.[2];
    return local !== undefined && local !== this.patient;
  }

  /** @see FHIR R4 Reference.identifier, "logical references" */
  #whoseIdentifier(system: string | null, value: string | null): Whose {
    if (value === null) return { kind: 'nobody' };
    const known = this.#identifiers();
    if (known.some((one) => one.value === value && (one.system ?? null) === system)) return { kind: 'this' };
    if (system !== null && known.some((one) => one.system === system)) return { kind: 'other' };
    return { kind: 'not-understood', name: `${system ?? ''}|${value}`, ours: this.patient };
  }

  #identifiers(): readonly JsonObject[] {
    const identifiers = this.#patient?.json.identifier;
    return Array.isArray(identifiers) ? identifiers.filter(isObject) : [];
  }

  #add(address: string, resource: RawResource): void {
    const name = addressKey(address);
    const first = this.#resources.get(name);
    if (first === undefined) {
      this.#resources.set(name, resource);
      return;
    }
    const others = this.#doubles.get(first.source) ?? [];
    if ([first, ...others].some((one) => isSameJson(one.json, resource.json))) return;
    this.#doubles.set(first.source, [...others, resource]);
  }

  /** Where a file does not say where it comes from nothing speaks against an absolute reference. */
  #isOurs(base: string): boolean {
    return this.#bases.size === 0 || this.#bases.has(base);
  }
}

/** System and value of "Patient?identifier=system|value", as transaction Bundles may have it. */
function conditionIn(reference: string): [string | null, string | null] {
  const asked = new URLSearchParams(reference.slice('Patient?'.length)).get('identifier');
  if (asked === null) return [null, null];
  const [value = '', system = ''] = asked.split('|').reverse();
  return [system || null, value || null];
}
