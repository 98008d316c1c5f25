/** Ways to break a chart: one value somewhere in a Bundle made wrong, as a server or a file may have it. */
import type { Bundle } from '@medplum/fhirtypes';

export type Json = unknown;
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

/** Breaks the value at the path, there alone; the Bundle given stays as it is. */
export function broken(bundle: Bundle, path: Path, value: (old: Json) => Json): Json {
  const copy = JSON.parse(JSON.stringify(bundle)) as Container;
  const [last, ...above] = [...path].reverse();
  if (last === undefined) return value(copy);
  const parent = above.reverse().reduce<Container>((at, step) => at[step] as Container, copy);
  parent[last] = value(parent[last]);
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
