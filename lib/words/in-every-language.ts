/** What a language must have, taken from one that has it: the same members, and where that one says a text, any text. */
export type InEveryLanguage<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Said
    ? [Said] extends [string]
      ? (...values: Values) => string
      : T
    : T extends object
      ? { readonly [Key in keyof T]: InEveryLanguage<T[Key]> }
      : T;
