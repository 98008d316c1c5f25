/** How a thing that is compared reads, in what was sent and in what is stored. */

import type { Fields } from '#lib/fhir/fields.ts';
import { inWords } from '#lib/words/en/dose.ts';

/** One thing compared: read the same way from what was sent and from what is stored. */
export interface ComparedField {
  readonly field: string;
  /** When a difference is serious: never, when something else stands there, or also when nothing does. */
  readonly serious: 'never' | 'changed' | 'changed-or-dropped';
  readonly read: (from: Fields) => string | null;
}

/** "4.5 mg in 1 day" */
export function ratioOf(ratio: Fields | null): string | null {
  const amount = quantityIn(ratio, 'numerator');
  return amount === null
    ? null
    : `${amount} in ${quantityIn(ratio, 'denominator')?.replace(/^1 (\w+)s$/, '1 $1')}`;
}

export function listed(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : inWords(parts);
}

export function conceptWords(from: Fields | null, name: string): string | null {
  const concept = from?.concept(name) ?? null;
  return concept?.text ?? concept?.codings[0]?.display ?? concept?.codings[0]?.code ?? null;
}

export function quantityIn(from: Fields | null, name: string): string | null {
  const quantity = from?.object(name);
  const value = quantity?.number('value') ?? null;
  return value === null ? null : `${value} ${unitOf(quantity)}`.trim();
}

/** Units as people read them, by their code: another word for the same unit is no difference, another code is one. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ['d', 'days'],
  ['wk', 'weeks'],
  ['{capsule}', 'capsules'],
  ['capsule', 'capsules'],
  ['{tablet}', 'tablets'],
  ['tablet', 'tablets'],
]);

function unitOf(quantity: Fields | null | undefined): string {
  const unit = quantity?.text('code') ?? quantity?.text('unit') ?? '';
  return UNITS.get(unit.toLowerCase()) ?? unit;
}

/** "Patient/p1", whether the EHR gives it so or as an address of its own. */
export function referenceIn(from: Fields, name: string): string | null {
  return addressOf(from.object(name)?.text('reference') ?? null);
}

export function addressOf(reference: string | null): string | null {
  return (
    reference?.match(/(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/[^/]*)?$/)?.[1] ?? reference
  );
}

/** What stands under this name may turn the meaning of everything around it. @see FHIR R4 Extensibility, modifierExtension */
export function modifierOf(part: Fields): string | null {
  return part.has('modifierExtension') ? 'an extension that may change the meaning' : null;
}
