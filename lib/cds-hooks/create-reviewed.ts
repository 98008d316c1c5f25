/** The reviewed order as a draft that the EHR makes when its user takes the suggestion: by the name the site orders it by, and by no other. */
import type { DraftRequest } from '#lib/order/draft/draft-shape.ts';
import type { HookedSite } from '#lib/settings/site.ts';

type Orderable = NonNullable<HookedSite['cdsHooks']['orderable']>;

/**
 * Null where the site names none, or one of another strength: an EHR that ignores dose and directions would make another order of it. Several
 * strengths are several orders, which one name cannot stand for.
 */
export function reviewedAsDraft(
  requests: readonly DraftRequest[],
  orderable: Orderable | undefined,
): object | null {
  const [request, ...others] = requests;
  if (request === undefined || others.length > 0 || orderable === undefined) return null;
  if (!('contained' in request)) return null;
  const [{ ingredient }] = request.contained;
  if (ingredient[0].strength.numerator.value !== orderable.milligrams) return null;
  const { contained: _, medicationReference: __, ...order } = request;
  const { system, code, display } = orderable;
  return { ...order, medicationCodeableConcept: { coding: [{ system, code, display }], text: display } };
}
