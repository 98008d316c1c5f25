import { en } from './en/en.ts';
import type { InEveryLanguage } from './in-every-language.ts';
import type { Language } from './language.ts';

/** Every sentence of one language, by the file it stands in. */
export type Words = InEveryLanguage<typeof en>;

const WORDS: Readonly<Record<Language, Words>> = { en };

/** Asked once, at the last door: a screen, a command, an order. What is further in is given them. */
export function wordsFor(language: Language): Words {
  return WORDS[language];
}
