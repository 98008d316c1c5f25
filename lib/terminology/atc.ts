/** What an ATC code says where the ingredient table does not list it: classes that hold opioids, and their exceptions. */

type AtcClass = 'opioid' | 'may-be-opioid' | 'other' | 'unknown';

/** ATC classes whose members are opioid agonists. @see WHO ATC index, N01AH, N02A, N07BC, R05DA, R05FA */
const OPIOID_CLASSES = ['N02A', 'N01AH', 'N07BC', 'R05FA'] as const;
/** Mixed classes: opioids sit there beside others, and not each member is in our table. */
const MIXED_CLASSES = ['R05DA', 'A07DA'] as const;
/** Members of those classes that are no opioids: lofexidine; noscapine, dextromethorphan, dimemorfan. */
const EXCEPTIONS: ReadonlySet<string> = new Set(['N07BC04', 'R05DA07', 'R05DA09', 'R05DA11']);
/** Combination codes of cough, cold and pain classes, in use for mixtures with codeine. POLICY: the name must tell. */
const COMBINATIONS_THAT_MAY_HOLD_OPIOIDS = /^(?:N02B[A-Z](?:5|7)\d|R05X|R05F|R05DB20|R05CA10|M01AE5\d|A07DA)/;
const ATC_CODE = /^Q?([ABCDGHJLMNPRSV](?:\d\d(?:[A-Z](?:[A-Z](?:\d\d)?)?)?)?)$/;

/** The code without the veterinary Q and in capitals, or null when it has not the form of an ATC code. */
export const atcCode = (code: string): string | null => ATC_CODE.exec(code.trim().toUpperCase())?.[1] ?? null;

/** Judges a code that {@link atcCode} gave and that the ingredient table does not list. */
export function atcClass(code: string): AtcClass {
  if (EXCEPTIONS.has(code)) return 'other';
  if (OPIOID_CLASSES.some((opioids) => code.startsWith(opioids))) return 'opioid';
  const above = [...OPIOID_CLASSES, ...MIXED_CLASSES].some(
    (opioids) => code.startsWith(opioids) || opioids.startsWith(code),
  );
  if (above) return code.length >= 5 ? 'may-be-opioid' : 'unknown';
  if (COMBINATIONS_THAT_MAY_HOLD_OPIOIDS.test(code)) return 'unknown';
  return code.length === 7 ? 'other' : 'unknown';
}
