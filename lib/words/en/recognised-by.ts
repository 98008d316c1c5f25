/** Why a medicine is taken for an opioid, or cannot be named. */
import type { Because } from '#lib/safety/opioid-evidence.ts';
import type { Doubt, Resemblance } from '#lib/terminology/recognition.ts';

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
      return 'an opioid, not named';
    case 'class-with-opioids':
      return 'a class that holds opioids';
    case 'nearly':
      return `nearly ${like.name}`;
    case 'may-mean':
      return `may mean ${like.ingredients.join(', ')}`;
    case 'with-codeine':
      return 'may mean with codeine';
    case 'may-hold-codeine':
      return `may hold codeine ${like.milligrams} mg`;
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

/** "tramodol: nearly tramadol"; the words alone where they resemble nothing. */
export function doubtWords({ words, resembles }: Doubt): string {
  return resembles === null ? words : `${words}: ${resemblance(resembles)}`;
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
