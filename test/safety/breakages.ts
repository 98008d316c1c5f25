/** Ways to break a chart: one value somewhere in a Bundle made wrong, as a server or a file may have it. */
type Json = unknown;
type Container = Record<string | number, Json>;

/** A place in a Bundle: the path from its root. */
export type Path = readonly (string | number)[];

const deep = (depth: number): Json => (depth === 0 ? 'x' : [{ extension: deep(depth - 1) }]);

/** What a value is replaced by. None of them is a valid value that means something else. */
export const WRONG_VALUES: readonly { readonly name: string; readonly value: (old: Json) => Json }[] = [
  { name: 'null', value: () => null },
  { name: 'a number', value: (old) => (typeof old === 'number' ? 'many' : 77) },
  { name: 'a flag', value: (old) => (typeof old === 'boolean' ? 'yes' : true) },
  { name: 'an empty list', value: (old) => (Array.isArray(old) ? 'x' : []) },
  { name: 'an object in a list', value: () => [{}] },
  {
    name: 'an object',
    value: (old) => (typeof old === 'object' && !Array.isArray(old) ? 'x' : { unexpected: 1 }),
  },
  { name: 'a huge text', value: () => 'zq'.repeat(40_000) },
  { name: 'a word nobody knows', value: () => 'zzqxv-unlisted' },
  { name: 'a day that does not exist', value: () => '2026-02-30' },
  { name: 'deep nesting', value: () => deep(60) },
];

/** Breaks the value at the path, there alone. What is given stays as it is, and shares with the broken one all that is whole. */
export function broken(whole: Json, [step, ...below]: Path, value: (old: Json) => Json): Json {
  if (step === undefined) return value(whole);
  const copy = (Array.isArray(whole) ? [...whole] : { ...(whole as object) }) as Container;
  copy[step] = broken(copy[step], below, value);
  return copy;
}

/** Every place below an entry's resource, the resource itself included. */
export function placesIn(resource: Json, path: Path): Path[] {
  if (typeof resource !== 'object' || resource === null) return [path];
  return [
    path,
    ...Object.entries(resource).flatMap(([name, child]) =>
      placesIn(child, [...path, Array.isArray(resource) ? Number(name) : name]),
    ),
  ];
}
