const NOT_ASCII = /[^\x20-\x7e]/;

/** Words are sought without accents, as Spanish and French charts write them with and without. */
export function withoutAccents(text: string): string {
  return NOT_ASCII.test(text) ? text.normalize('NFKD').replace(/\p{M}/gu, '') : text;
}
