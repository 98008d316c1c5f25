/**
 * How an order of this app is named, so that it is found again: the UUID of its titration, and behind it the strength where one titration has
 * several. @see FHIR R4 Identifier
 */
import { OWN_DRAFT_SYSTEM, ownValues } from '#lib/chart/own-draft.ts';
import type { Fields } from '#lib/fhir/fields.ts';
import { micrograms } from '#lib/titration/dose-levels.ts';
import type { Micrograms } from '#lib/titration/regimen.ts';

export function ownIdentifier(value: string) {
  return { system: OWN_DRAFT_SYSTEM, value } as const;
}

/** The identifier as a search asks for it. @see FHIR R4 search, token parameters */
export function ownToken(value: string): string {
  return encodeURIComponent(`${OWN_DRAFT_SYSTEM}|${value}`);
}

/** Our own identifiers of a resource, whatever others the EHR adds. */
export function ownValuesOf(resource: Fields): string[] {
  return ownValues(
    resource.objects('identifier').map((one) => ({ system: one.text('system'), value: one.text('value') })),
  );
}

/** The identifier of one strength's order, where a titration has several. */
export function valueOfStrength(titration: string, strength: Micrograms): string {
  return `${titration}-${strength / 1000}mg`;
}

const STRENGTH = /-([0-9.]+)mg$/;

/** The UUID of the titration that an order is of. */
export function titrationNamed(value: string): string {
  return value.replace(STRENGTH, '');
}

/** Null where the titration has one order. */
export function strengthNamed(value: string): Micrograms | null {
  const [, strength] = STRENGTH.exec(value) ?? [];
  return strength === undefined ? null : micrograms(Number(strength));
}

/**
 * The address of an order inside a Bundle, where it has no id yet: the titration's UUID, its last digits the strength, so that the same draft
 * always has the same address and no two of one titration share one.
 * @see FHIR R4 Bundle.entry.fullUrl
 */
export function fullUrlOf({
  identifier: [{ value }],
}: {
  readonly identifier: readonly [{ readonly value: string }];
}): string {
  const tail = (strengthNamed(value) ?? 0).toString(16).padStart(4, '0');
  return `urn:uuid:${titrationNamed(value).slice(0, 32)}${tail}`;
}
