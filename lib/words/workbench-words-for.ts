import { enWorkbench } from './en/workbench.ts';
import type { InEveryLanguage } from './in-every-language.ts';
import type { Language } from './language.ts';

/** The few words that the browser needs to draw a plan anew at each key; all other words stay on the server. */
export type WorkbenchWords = InEveryLanguage<typeof enWorkbench>;

const WORDS: Readonly<Record<Language, WorkbenchWords>> = { en: enWorkbench };

export function workbenchWordsFor(language: Language): WorkbenchWords {
  return WORDS[language];
}
