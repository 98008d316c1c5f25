/** Generic opioid names cut short, as hospitals' lists write them: "HYDROCOD", "OXYCOD", "HYDROMORPH". */
const MIN_LENGTH = 6;

/**
 * Every beginning of a generic name, of six letters or more, that begins no word of another drug's name.
 * @param generics folded names of one word with their ingredients. @param otherWords every word of other drugs' names.
 */
export function shortForms(
  generics: ReadonlyMap<string, readonly string[]>,
  otherWords: Iterable<string>,
): Map<string, readonly string[]> {
  const taken = new Set<string>();
  for (const word of otherWords)
    for (let end = MIN_LENGTH; end <= word.length; end++) taken.add(word.slice(0, end));
  const forms = new Map<string, Set<string>>();
  for (const [name, ids] of generics)
    for (let end = MIN_LENGTH; end < name.length; end++) {
      const form = name.slice(0, end);
      if (taken.has(form) || generics.has(form)) continue;
      const known = forms.get(form) ?? new Set();
      for (const id of ids) known.add(id);
      forms.set(form, known);
    }
  return new Map([...forms].map(([form, ids]) => [form, [...ids]]));
}
