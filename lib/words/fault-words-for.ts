import { enFault } from './en/fault.ts';
import type { InEveryLanguage } from './in-every-language.ts';
import type { Language } from './language.ts';

type FaultWords = InEveryLanguage<typeof enFault>;

const WORDS: Readonly<Record<Language, FaultWords>> = { en: enFault };

/** The words of a fault of the app itself: in the browser with every page. */
export function faultWordsFor(language: Language): FaultWords {
  return WORDS[language];
}
