/** Equal values once, in their order: the same fault is found in many places of a row. */
export function eachOnce<T extends object>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
