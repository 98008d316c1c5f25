/** The languages there are words in; each has a folder beside this file. */
export type Language = 'en';

/** What a language is chosen for: a clinic may read its screens in one, write orders in another and hand the sheet out in a third. */
export const LANGUAGE_OF = {
  screens: 'en',
  /** The order's text and its note to the pharmacist. */
  order: 'en',
  handout: 'en',
} as const satisfies Readonly<Record<string, Language>>;
