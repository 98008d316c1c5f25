/** One name for one row, however the chart refers to it: relative, absolute, versioned or by the fullUrl of its entry. */

import type { Source } from '#lib/chart/chart.ts';
import { nameLine } from '#lib/chart/shape/human-name.ts';
import { Fields, isObject } from '#lib/fhir/fields.ts';
import { isSameJson } from '#lib/fhir/same-json.ts';
import type { RawChart, RawResource } from './raw-chart.ts';

const ABSOLUTE = /^(https?:\/\/.+)\/([A-Za-z]+\/[^/]+)$/;
const HISTORY = /\/_history\/[^/]*$/;

function withoutVersion(reference: string): string {
  return reference.includes('/_history/') ? reference.replace(HISTORY, '') : reference;
}

/** @see FHIR R4 Bundle "Resolving references in Bundles", References "literal references" */
export class References {
  readonly #base: string | null;
  readonly #bases = new Set<string>();
  readonly #resources = new Map<string, RawResource>();
  /** Resources of a name that another, different one has already. */
  readonly #doubles = new Map<string, RawResource[]>();
  readonly #patient: RawResource | null;
  /** "Patient/p1" */
  readonly patient: Source;

  constructor(raw: RawChart) {
    this.#base = raw.base;
    this.#patient = raw.patient;
    const resources = [...raw.others, ...raw.parts.flatMap((part) => part.rows)];
    if (raw.patient !== null) resources.push(raw.patient);
    for (const resource of resources) {
      this.#add(resource.source, resource);
      if (resource.fullUrl === null) continue;
      this.#add(resource.fullUrl, resource);
      const base = ABSOLUTE.exec(resource.fullUrl)?.[1];
      if (base !== undefined) this.#bases.add(base);
    }
    this.patient = raw.patient === null ? `Patient/${raw.patientId}` : raw.patient.source;
  }

  /** The row's source; a reference to what was not read stays as the chart has it, less its version. */
  source(reference: string): Source {
    const unversioned = withoutVersion(reference);
    const found = this.#resources.get(unversioned);
    if (found !== undefined) return found.source;
    const absolute = ABSOLUTE.exec(unversioned);
    const [, base = '', local = ''] = absolute ?? [];
    return absolute !== null && this.#isOurs(base) ? local : unversioned;
  }

  find(reference: string): RawResource | null {
    return (
      this.#resources.get(withoutVersion(reference)) ?? this.#resources.get(this.source(reference)) ?? null
    );
  }

  /** More than one where a file holds several of one name that differ: nobody can say which is meant. */
  findAll(reference: string): readonly RawResource[] {
    const found = this.find(reference);
    return found === null ? [] : [found, ...(this.#doubles.get(found.source) ?? [])];
  }

  /** Whom a reference names: its display, else the name of the person or organization it leads to, else itself. */
  nameOf(reference: Fields): string | null {
    const display = reference.text('display');
    const address = reference.text('reference');
    if (display !== null || address === null) return display;
    const found = this.find(address);
    const fields = found === null ? null : new Fields(found.json, []);
    if (found?.type === 'PractitionerRole') {
      const practitioner = fields?.object('practitioner') ?? null;
      return (practitioner === null ? null : this.#nameOfPerson(practitioner)) ?? this.source(address);
    }
    return (fields === null ? null : nameLine(fields)) ?? this.source(address);
  }

  #nameOfPerson(reference: Fields): string | null {
    const display = reference.text('display');
    const found = this.find(reference.text('reference') ?? '');
    return display ?? (found === null ? null : nameLine(new Fields(found.json, [])));
  }

  isThisPatient(reference: string): boolean {
    return this.source(reference) === this.patient || this.#isConditionalOnPatient(reference);
  }

  #add(name: string, resource: RawResource): void {
    const first = this.#resources.get(name);
    if (first === undefined) {
      this.#resources.set(name, resource);
      return;
    }
    const others = this.#doubles.get(first.source) ?? [];
    if ([first, ...others].some((one) => isSameJson(one.json, resource.json))) return;
    this.#doubles.set(first.source, [...others, resource]);
  }

  /** A file without absolute fullUrls does not say where it comes from: nothing then speaks against an absolute reference. */
  #isOurs(base: string): boolean {
    return this.#base === null ? this.#bases.size === 0 || this.#bases.has(base) : base === this.#base;
  }

  /** "Patient?identifier=system|value", as transaction Bundles may have it. */
  #isConditionalOnPatient(reference: string): boolean {
    if (!reference.startsWith('Patient?') || this.#patient === null) return false;
    const asked = new URLSearchParams(reference.slice('Patient?'.length)).get('identifier');
    const identifiers = this.#patient.json.identifier;
    if (asked === null || !Array.isArray(identifiers)) return false;
    return identifiers.some(
      (one: unknown) =>
        isObject(one) && typeof one.value === 'string' && asked === `${one.system}|${one.value}`,
    );
  }
}
