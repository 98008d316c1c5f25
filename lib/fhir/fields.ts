/**
 * Reading FHIR JSON that nobody vouches for. Every value of the wrong type is noted as a fault, never thrown, and what can
 * still be read of it is read: a drug name in a row that breaks the rules is a drug name.
 * JSON null is no FHIR value: it reads as absent.
 * Faults hold element names only, never values: they are shown, and values are patient data.
 */

import { fhirDate } from '#lib/time/fhir-date.ts';
import { withoutDirectionMarks } from './direction-marks.ts';

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Longer than any text a person would read; what follows is not looked at, and that is a fault. */
const LONGEST_TEXT = 20_000;

/** FHIR's decimal, without an exponent. */
const NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?$/;

export interface Concept {
  readonly codings: readonly {
    readonly system: string | null;
    readonly code: string | null;
    readonly display: string | null;
  }[];
  readonly text: string | null;
}

/** What is wrong with one element, by its path within the resource: "dosageInstruction.timing". */
export interface ElementFault {
  readonly code:
    | 'missing'
    | 'no-list'
    | 'no-date'
    | 'no-flag'
    | 'no-number'
    | 'no-object'
    /** A text in place of a concept. */
    | 'no-concept'
    | 'holds-no-object'
    | 'too-long'
    | 'no-text'
    | 'no-value'
    | 'negative'
    | 'no-unit-of-time'
    | 'no-count'
    | 'withheld'
    /** Something that may change the meaning, and that this app does not know. */
    | 'not-known';
  readonly element: string;
}

/** A list that also holds faults of other kinds will do. */
interface FaultList {
  push(fault: ElementFault): unknown;
}

export class Fields {
  readonly json: JsonObject;
  readonly #faults: FaultList;
  readonly #name: string;
  readonly #within: Fields | null;

  /** `faults` collects the faults of this object and of every object read through it; `name` stands before their names. */
  constructor(json: JsonObject, faults: FaultList, name = '', within: Fields | null = null) {
    this.json = json;
    this.#faults = faults;
    this.#name = name;
    this.#within = within;
  }

  has(name: string): boolean {
    return this.#value(name) !== undefined;
  }

  fault(name: string, code: ElementFault['code']): null {
    this.#faults.push({ element: `${this.#path()}${name}`, code });
    return null;
  }

  /** The text without marks of direction, null when absent or blank. A number or boolean in its place is a fault and is read as its text. */
  text(name: string): string | null {
    const value = this.#value(name);
    return value === undefined ? null : this.#textOf(name, value);
  }

  /** Texts of an array of primitives, which FHIR lets hold null. */
  texts(name: string): string[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (!Array.isArray(value)) this.fault(name, 'no-list');
    return [value].flat().flatMap((one) => (one === null ? [] : (this.#textOf(name, one) ?? [])));
  }

  /** A date, dateTime or instant of a day that exists, in FHIR's own form; anything else is a fault and null. */
  date(name: string): string | null {
    const text = this.text(name);
    return text === null ? null : (fhirDate(text) ?? this.fault(name, 'no-date'));
  }

  flag(name: string): boolean | null {
    const value = this.#value(name);
    if (value === undefined || typeof value === 'boolean') return value ?? null;
    return this.fault(name, 'no-flag');
  }

  /** A number; one that is written as text is read too. */
  number(name: string): number | null {
    const value = this.#value(name);
    if (value === undefined) return null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    if (typeof value === 'string' && NUMBER.test(value)) return Number(value);
    return this.fault(name, 'no-number');
  }

  object(name: string): Fields | null {
    const value = this.#value(name);
    if (value === undefined) return null;
    if (isObject(value)) return new Fields(value, this.#faults, name, this);
    this.fault(name, 'no-object');
    return Array.isArray(value) ? (this.#listed(name, value)[0] ?? null) : null;
  }

  objects(name: string): Fields[] {
    const value = this.#value(name);
    if (value === undefined) return [];
    if (Array.isArray(value)) return this.#listed(name, value);
    this.fault(name, 'no-list');
    return isObject(value) ? this.#listed(name, [value]) : [];
  }

  /** A CodeableConcept. A bare text in its place is a fault and is read as its text. */
  concept(name: string): Concept | null {
    const value = this.#value(name);
    if (value === undefined) return null;
    if (typeof value === 'string') {
      this.fault(name, 'no-concept');
      return { codings: [], text: this.#textOf(name, value) };
    }
    return this.object(name)?.asConcept() ?? null;
  }

  concepts(name: string): Concept[] {
    const value = this.#value(name);
    if (typeof value === 'string') return [this.concept(name)].filter((one) => one !== null);
    return this.objects(name).map((one) => one.asConcept());
  }

  asConcept(): Concept {
    return { codings: this.objects('coding').map((coding) => coding.asCoding()), text: this.text('text') };
  }

  asCoding(): Concept['codings'][number] {
    return { system: this.text('system'), code: this.text('code'), display: this.text('display') };
  }

  #value(name: string): unknown {
    return this.json[name] ?? undefined;
  }

  #path(): string {
    const path = this.#within === null ? '' : this.#within.#path();
    return this.#name === '' ? path : `${path}${this.#name}.`;
  }

  #listed(name: string, values: readonly unknown[]): Fields[] {
    const listed: Fields[] = [];
    for (const value of values) {
      if (isObject(value)) listed.push(new Fields(value, this.#faults, name, this));
      else if (value !== null) this.fault(name, 'holds-no-object');
    }
    return listed;
  }

  #textOf(name: string, value: unknown): string | null {
    if (typeof value === 'string') {
      if (value.length > LONGEST_TEXT) {
        this.fault(name, 'too-long');
        return withoutDirectionMarks(value.slice(0, LONGEST_TEXT));
      }
      const text = withoutDirectionMarks(value);
      return text.trim() === '' ? null : text;
    }
    this.fault(name, 'no-text');
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
  }
}

/** The codes of a concept, or its text where it has none. */
export function codesOf(concept: Concept | null): string[] {
  if (concept === null) return [];
  const codes: string[] = [];
  for (const { code } of concept.codings) if (code !== null) codes.push(code);
  return codes.length > 0 || concept.text === null ? codes : [concept.text];
}
