/** Why a medicine is taken for an opioid, or cannot be named. */
import type { Because } from '#lib/safety/opioid-evidence.ts';
import type { Doubt, Resemblance, Unworded } from '#lib/terminology/recognition.ts';

const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  AU: 'Australia',
  CA: 'Canada',
  DE: 'Germany',
  EG: 'Egypt',
  FR: 'France',
  GB: 'the United Kingdom',
  IT: 'Italy',
  KR: 'Korea',
  SE: 'Sweden',
  US: 'the United States',
};

function places(countries: readonly string[]): string {
  if (countries.length === 0) return 'elsewhere';
  return `in ${countries.map((country) => COUNTRY_NAMES[country] ?? country).join(' and ')}`;
}

function resemblance(like: Resemblance): string {
  switch (like.code) {
    case 'unnamed-opioid':
      return 'an unnamed opioid';
    case 'class-with-opioids':
      return 'a class that includes opioids';
    case 'nearly':
      return `nearly ${like.name}`;
    case 'may-mean':
      return `may mean ${like.ingredients.join(', ')}`;
    case 'with-codeine':
      return 'may mean with codeine';
    case 'may-hold-codeine':
      return `may contain codeine ${like.milligrams} mg`;
    case 'naloxone-by-mouth':
      return 'naloxone by mouth comes with an opioid';
    case 'family':
      return `${like.brand} comes with an opioid in some countries`;
    case 'homeopathic':
      return 'an opioid in a homeopathic potency';
    case 'in-another-system':
      return `${like.ingredients.join(', ')} if it is ${like.system}`;
    case 'homonym':
      return `${like.ordinary} ${places(like.ordinaryIn)}, ${like.ingredients.join(', ')} ${places(like.opioidIn)}: which?`;
  }
}

/** Long ones are cut short: an address of the chart may have any length. */
const ADDRESS_SHOWN = 200;

function unworded(about: Unworded): string {
  switch (about.code) {
    case 'not-found':
      return `${about.reference.slice(0, ADDRESS_SHOWN)} could not be read`;
    case 'no-address':
      return 'a reference without an address could not be read';
    case 'no-medication':
      return 'a reference to what is neither a Medication nor a Substance could not be read';
    case 'cycle':
      return 'a medication that contains itself could not be read';
    case 'too-deep':
      return 'ingredients nested too deep could not be read';
    case 'too-many':
      return 'more ingredients than can be read could not be read';
    case 'nameless':
      return 'an ingredient without a name could not be read';
    case 'withheld':
      return 'redacted could not be read';
    case 'many-ingredients':
      return 'ingredients nested too deep, or too many of them, to read';
    case 'many-unknown-words':
      return 'more unknown words than can be checked';
    case 'long-text':
      return 'a text too long to read whole';
    case 'no-name':
      return 'no name and no code that names a drug';
    case 'names-no-drug':
      return `"${about.text}" names no drug`;
    case 'code-elsewhere':
      return `code ${about.value}${about.system === null ? ' of no known system' : ` under ${about.system}`}`;
  }
}

/** "tramodol: nearly tramadol"; the words alone where they resemble nothing. */
export function doubtWords({ words, resembles }: Doubt): string {
  const about = typeof words === 'string' ? words : unworded(words);
  return resembles === null ? about : `${about}: ${resemblance(resembles)}`;
}

export function becauseWords(because: Because): string {
  switch (because.kind) {
    case 'recognised':
      return because.from;
    case 'procedure':
      return `procedure "${because.words}"`;
    default:
      return doubtWords(because);
  }
}
