/** Equality of JSON values, whatever the order of their members. */

/** POLICY: deeper than any FHIR R4 resource goes; two rows that agree so far down are called different. */
const DEEPEST = 40;

export function isSameJson(one: unknown, other: unknown, depth = 0): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (depth > DEEPEST || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) =>
      isSameJson((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name], depth + 1),
    )
  );
}
