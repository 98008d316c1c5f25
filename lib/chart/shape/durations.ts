/** FHIR durations in whole days, rounded up: a supply that lasts 20 hours covers one day. */
import type { Fields } from '#lib/fhir/fields.ts';

/** Days in one unit. POLICY: the longest month and year, since a supply that ends later is the safer reading. @see UCUM */
const DAYS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ms: 1 / 86_400_000,
    s: 1 / 86_400,
    second: 1 / 86_400,
    min: 1 / 1_440,
    minute: 1 / 1_440,
    h: 1 / 24,
    hr: 1 / 24,
    hour: 1 / 24,
    d: 1,
    day: 1,
    wk: 7,
    week: 7,
    mo: 31,
    month: 31,
    a: 366,
    yr: 366,
    year: 366,
  }),
);

/** POLICY: a hundred years; longer numbers are read as this and stay within the calendar. */
const LONGEST_DAYS = 36_525;

/**
 * A Duration or Quantity as days; null when absent, when it is 0 (systems write that where nothing was entered), or when it cannot be
 * read, which is a fault. `otherwise`: unit when none is given.
 */
export function daysOf(parent: Fields, name: string, otherwise: 'd' | null = null): number | null {
  const quantity = parent.object(name);
  if (quantity === null) return null;
  const value = quantity.number('value');
  if (value === null) return parent.fault(name, 'no-value');
  if (value < 0) return parent.fault(name, 'negative');
  if (value === 0) return null;
  const perUnit = daysPerUnit(quantity.text('code')) ?? daysPerUnit(quantity.text('unit') ?? otherwise);
  if (perUnit === null) return parent.fault(name, 'no-unit-of-time');
  return Math.min(Math.ceil(value * perUnit), LONGEST_DAYS);
}

/** Days in one unit of time; null when it is none. */
export function daysPerUnit(unit: string | null): number | null {
  if (unit === null) return null;
  const usual = DAYS.get(unit);
  if (usual !== undefined) return usual;
  const name = unit
    .trim()
    .replace(/^\{|\}$|\(s\)$/g, '')
    .toLowerCase();
  return DAYS.get(name) ?? DAYS.get(name.replace(/s$/, '')) ?? null;
}
