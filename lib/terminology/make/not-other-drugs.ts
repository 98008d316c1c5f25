/**
 * Names that the open vocabulary lists among ordinary drugs although they are opioids (mostly research and street
 * substances), or misspellings of one. They are no positive knowledge of "another drug"; from general knowledge.
 */
import { wordsOf } from '#lib/terminology/words.ts';

const OPIOID_STEM =
  /fentan[iy]l|prodine|methadol|thiambutene|nitazene|morphin(?:e|ol)s?$|etorphine|racemethorphan|dextrorphan|propoxyphene|spirado|salvinorin|dynorphin|enkephalin|pirinitramide|cyprenorphine|samidorphan|naloxon/;
const OPIOIDS: ReadonlySet<string> = new Set(
  [
    'acetorphine',
    'allylprodine',
    'asimadoline',
    'axomadol',
    'cebranopadol',
    'dextilidine',
    'dextromethadone',
    'diampromide',
    'dimenoxadol',
    'dioxaphetyl butyrate',
    'drotebanol',
    'enadoline',
    'ethoheptazine',
    'etoxeridine',
    'furethidine',
    'profadol',
    'tegileridine',
    '1-(2-phenylethyl)-4-phenyl-4-acetoxypiperidine',
  ].map((name) => wordsOf(name).join(' ')),
);
const NOT_OPIOIDS: ReadonlySet<string> = new Set([
  'apomorphine',
  's apomorphine',
  'apomorphine hydrochloride',
]);

/** Whether a folded name of the other-drug table must stay out of the app's table of other drugs. */
export const isOpioidAmongOthers = (folded: string): boolean =>
  !NOT_OPIOIDS.has(folded) && (OPIOIDS.has(folded) || /\bpoppy\b/.test(folded) || OPIOID_STEM.test(folded));

/**
 * Misspellings that the name table lists as names. POLICY: a misspelling is a possible opioid that the
 * prescriber confirms, so it is left to the near-miss rule.
 */
export const MISSPELLINGS: ReadonlySet<string> = new Set(['tramodol']);
