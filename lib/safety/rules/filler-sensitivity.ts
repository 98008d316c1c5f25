/** Allergies and intolerances to what capsules and tablets are filled with. */
import type { AllergyRow, Chart } from '#lib/chart/chart.ts';
import { isSought, type Sought } from '#lib/safety/concept.ts';
import type { Excipient, Filler } from '#lib/titration/regimen.ts';

export function allergyCounts({ isRefuted }: AllergyRow): boolean {
  return !isRefuted;
}

export function allergyIsOver({ state }: AllergyRow): boolean {
  return state === 'inactive' || state === 'over';
}

/** In the 50 mg tablet: cellulose, lactose, dyes. */
export const TABLET_EXCIPIENT: Sought = {
  words:
    /\b(\w*cellulose|\w*celulosa|lactos[ea]|dyes?|tartrazin[ea]|fd ?& ?c|colou?r(ant|ante|ing)s?|E ?1\d\d)\b/i,
  except: /\b(contrast|radio\w*|iodinated|hair|tattoo|methylene)\b/i,
};
const OTHER_EXCIPIENT: Sought = {
  words:
    /\b(fillers?|excipient(e|es|s)?|gelatin[ea]?|starch|almidon|amidon|stearates?|estearatos?|povidona?|povidone|crospovidone|silica|silice|titanium dioxide|mannitol|manitol|talco?|sucrose|sacarosa|saccharose|ginger|jengibre|gingembre)\b/i,
  except: /\b(iodine|iodophor|dermal|betadine)\b/i,
};
const SUCROSE: Sought = { words: /\b(sucrose|fructos[ea]|saccharose|sacarosa)\b/i };
const GINGER: Sought = { words: /\b(ginger|jengibre|gingembre)\b/i };

export function names(allergy: AllergyRow, sought: Sought): boolean {
  return allergy.substances.some((substance) => isSought(substance, sought));
}

export function isExcipientAllergy(allergy: AllergyRow): boolean {
  return allergyCounts(allergy) && (names(allergy, TABLET_EXCIPIENT) || names(allergy, OTHER_EXCIPIENT));
}

/**
 * The filler to ask of the pharmacy: sucrose, or ginger where sucrose is what the patient cannot take; null where it is both, or nothing.
 * @see clinical notes "Low Dose Naltrexone": sucrose or ginger filler
 */
export function fillerFor(chart: Chart): Filler | null {
  const sensitive = chart.allergies.filter(
    (allergy) => isExcipientAllergy(allergy) && !allergyIsOver(allergy),
  );
  if (sensitive.length === 0) return null;
  const cannotTake = (sought: Sought) => sensitive.some((allergy) => names(allergy, sought));
  if (!cannotTake(SUCROSE)) return 'sucrose';
  return cannotTake(GINGER) ? null : 'ginger';
}

const EXCIPIENTS: Readonly<Record<Exclude<Excipient, 'unnamed'>, RegExp>> = {
  cellulose: /\b\w*cell?ulos[ea]\b/i,
  lactose: /\blactos[ea]\b/i,
  dye: /\b(dyes?|tartrazin[ea]|fd ?& ?c|colou?r(ant|ante|ing)s?|E ?1\d\d)\b/i,
  gelatin: /\bgelatin[ea]?\b/i,
  starch: /\b(starch|almidon|amidon)\b/i,
  stearate: /\be?stearat(e|o)s?\b/i,
  povidone: /\b(cros)?povidon[ea]\b/i,
  silica: /\bsilic[ae]\b/i,
  titanium: /\btitanium dioxide\b/i,
  mannitol: /\bmann?itol\b/i,
  talc: /\btalco?\b/i,
  sucrose: /\b(sucrose|fructos[ea]|saccharose|sacarosa)\b/i,
  ginger: /\b(ginger|jengibre|gingembre)\b/i,
};

/** What of a filler or a tablet this patient does not tolerate, by name. */
export function excipientsToAvoid(chart: Chart): readonly Excipient[] {
  const found = chart.allergies
    .filter((allergy) => isExcipientAllergy(allergy) && !allergyIsOver(allergy))
    .flatMap((allergy): Excipient[] => {
      const named = Object.entries(EXCIPIENTS).filter(([, words]) => names(allergy, { words }));
      return named.length === 0 ? ['unnamed'] : named.map(([name]) => name as Excipient);
    });
  return [...new Set(found)];
}
