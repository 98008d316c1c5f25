/** Names of people and organizations. @see FHIR R4 HumanName */
import type { Fields } from '#lib/fhir/fields.ts';

interface PersonName {
  readonly family: string | null;
  readonly given: string | null;
}

/** Lower is better; a name that is not in use any more is never shown as the name. */
const RANK: ReadonlyMap<string | null, number> = new Map([
  ['official', 0],
  ['usual', 1],
  [null, 2],
  ['temp', 3],
  ['nickname', 4],
  ['anonymous', 5],
  ['maiden', 6],
  ['old', 7],
]);

/** The official name first. A name given as one text alone is told as the family name. */
export function personName(person: Fields): PersonName {
  const [best] = person
    .objects('name')
    .map((name) => ({ name, rank: RANK.get(name.text('use')) ?? RANK.size }))
    .sort((one, other) => one.rank - other.rank);
  if (best === undefined) return { family: null, given: null };
  const family = best.name.text('family');
  const given = best.name.texts('given').join(' ') || null;
  return family === null && given === null ? { family: best.name.text('text'), given } : { family, given };
}

/** A name on one line: a person's, or the name of an organization. */
export function nameLine(named: Fields): string | null {
  if (typeof named.json.name === 'string') return named.text('name');
  const { family, given } = personName(named);
  return [given, family].filter((part) => part !== null).join(' ') || null;
}
