/** What one server process holds once, though Next may load a module more than once. */
const holder: typeof globalThis & { [key: symbol]: unknown } = globalThis;

/** The value made at first use under this name. */
export function processWide<T extends object>(name: string, make: () => T): T {
  const key = Symbol.for(`ldn-titration.${name}`);
  holder[key] ??= make();
  return holder[key] as T;
}
