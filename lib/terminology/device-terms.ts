/** The words of tables/device-terms.txt: what says that a text is about a device, and what speaks of a medicine beside it. */

const ROLES = [
  /** A word that only devices have: a dressing, a test, an aid, an instrument, in a dozen languages. */
  'kind',
  /** A part of a word that only devices have, for the languages that join words: "Katheterventil", "stödstrumpa". */
  'part',
  'ending',
  /** Names of medicines hold these too: two of them tell, or one beside a length. */
  'sign',
  /** An ending that brands of medicines have too: a sign. */
  'weak-ending',
  /** Parts of the body, qualities and materials: beside a sign of a device they tell, alone they never do. */
  'quality',
  /** Two words, joined by "_", that are a device's side by side, and anything's apart. */
  'phrase',
  /** "Needles pen inj", "BD syringe": two words that speak of no dose, and of no device either. */
  'purpose',
  /** A test strip, whatever it tests for. */
  'test-strip',
  /** Brands and makers that the appliance lists lack. None of them is the name of a medicine. */
  'brand',
  /** "Syringe 5 ml": an empty one, for whatever is given with it is not named. */
  'vessel',
  /** "Glucose strips": what a meter measures, and a drip is made of. */
  'measured',
  /** What a dose, a form, a salt or directions are written with: beside these a word that nobody knows may be a drug. */
  'dose',
  /** "Epidural tray", "PCA cassette": opioids are given so, and only a word of a device's own kind tells that it is empty. */
  'way',
  /** How a medicine is taken, which may speak of caps and beds too. */
  'direction',
  /** Links of a phrase: "silla de ruedas", "cerotto a nastro". */
  'link',
] as const;
type Role = (typeof ROLES)[number];

export type DeviceTerms = Readonly<Record<Role, ReadonlySet<string>>>;

const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** One line of the table: "kind, French: meche meches". Every word is folded. Throws where a line has no role that is known. */
function termsIn(line: string): readonly [Role, readonly string[]] {
  const [head = '', words = ''] = line.split(': ');
  const role = head.split(',')[0] ?? '';
  if (!isRole(role)) throw new Error(`The table device-terms.txt has a line without a known role: ${head}`);
  return [role, words.split(' ')];
}

export function parseDeviceTerms(text: string): DeviceTerms {
  const terms = Object.fromEntries(ROLES.map((role) => [role, new Set<string>()])) as Record<
    Role,
    Set<string>
  >;
  for (const line of text.trimEnd().split('\n')) {
    const [role, words] = termsIn(line);
    for (const word of words) terms[role].add(word);
  }
  return terms;
}
