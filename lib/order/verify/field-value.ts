/** A thing that is compared, as a value: read the same way from what was sent and from what is stored. */

import type { Fields } from '#lib/fhir/fields.ts';

/** An amount in a unit: its UCUM code, or what the EHR has in its place. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
}

export interface Ratio {
  readonly of: Amount;
  readonly in: Amount | null;
}

/** How often and when. @see FHIR R4 Timing */
export interface Rhythm {
  /** Null where only a code says it. */
  readonly every: {
    readonly frequency: number | null;
    readonly period: number | null;
    readonly unit: string | null;
  } | null;
  readonly whens: readonly string[];
  /** Days of the week, times of the day, a count: any of them makes it another rhythm. */
  readonly others: readonly string[];
  /** Codes that say more than the structure beside them. */
  readonly codes: readonly string[];
}

export type FieldValue =
  /** As the chart has it, or as our draft said it. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly texts: readonly string[] }
  | { readonly kind: 'flag'; readonly on: boolean }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'amount'; readonly amount: Amount }
  | { readonly kind: 'ratios'; readonly ratios: readonly Ratio[] }
  /** `others`: ranges and rates beside the doses. */
  | { readonly kind: 'doses'; readonly amounts: readonly Amount[]; readonly others: number }
  | { readonly kind: 'rhythm'; readonly rhythm: Rhythm }
  | { readonly kind: 'by-mouth' }
  | { readonly kind: 'drug-codes'; readonly codes: readonly string[] }
  /** An extension that may turn the meaning of everything around it. @see FHIR R4 Extensibility, modifierExtension */
  | { readonly kind: 'modifier' };

/** One thing compared. */
export interface ComparedField<Name extends string> {
  readonly field: Name;
  /** When a difference is serious: never, when something else stands there, or also when nothing does. */
  readonly serious: 'never' | 'changed' | 'changed-or-dropped';
  readonly read: (from: Fields) => FieldValue | null;
}

export function textValue(text: string | null | undefined): FieldValue | null {
  return text === null || text === undefined ? null : { kind: 'text', text };
}

export function listValue(texts: readonly string[]): FieldValue | null {
  return texts.length === 0 ? null : { kind: 'list', texts };
}

export function amountValue(amount: Amount | null): FieldValue | null {
  return amount && { kind: 'amount', amount };
}

export function ratiosValue(ratios: readonly Ratio[]): FieldValue | null {
  return ratios.length === 0 ? null : { kind: 'ratios', ratios };
}

/** Other words for the same value are none of a difference. */
export function isSameValue(one: FieldValue | null, other: FieldValue | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function ratioIn(from: Fields | null): Ratio | null {
  const amount = amountIn(from, 'numerator');
  return amount && { of: amount, in: amountIn(from, 'denominator') };
}

/** Units by their code: another word for the same unit is no difference, another code is one. */
export function amountIn(from: Fields | null, name: string): Amount | null {
  const quantity = from?.object(name) ?? null;
  const value = quantity?.number('value') ?? null;
  return value === null ? null : { value, unit: unitOf(quantity) };
}

/** An annotation of UCUM and the bare word say the same. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['d', 'd'],
  ['wk', 'wk'],
  ['{capsule}', '{capsule}'],
  ['capsule', '{capsule}'],
  ['{tablet}', '{tablet}'],
  ['tablet', '{tablet}'],
]);

function unitOf(quantity: Fields | null): string {
  const unit = quantity?.text('code') ?? quantity?.text('unit') ?? '';
  return UNITS.get(unit.toLowerCase()) ?? unit;
}

/** "Patient/p1", whether the EHR gives it so or as an address of its own. */
export function referenceIn(from: Fields, name: string): string | null {
  return addressOf(from.object(name)?.text('reference') ?? null);
}

/** "Patient/p1" of any address that ends so, without its version; what is no such address stays as it is. */
export function addressOf(reference: string | null): string | null {
  return (
    reference?.match(/(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/[^/]*)?$/)?.[1] ?? reference
  );
}

/** Present where a modifierExtension stands, whatever it says. */
export function modifierOf(part: Fields): FieldValue | null {
  return part.has('modifierExtension') ? { kind: 'modifier' } : null;
}
