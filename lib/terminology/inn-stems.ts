/**
 * Ordinary drugs by the stem of an international nonproprietary name, in any spelling of the lists' languages: "omeprazolo", "Combisartan",
 * "Pravastan". Only stems that no opioid's name ends in, and none of drugs that come in mixtures with opioids ("-profen").
 * @see WHO, The use of stems in the selection of international nonproprietary names (INN), 2018
 */
import { spellingKey } from './spelling-key.ts';

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** @see INN stem book: opioids have -adol, -fentanil, -azocine, -eridine, -orphan, -orphine, -oxyphene, nal-, and older names of their own. */
const STEMS = words(`
  pril prilat sartan sartane olol alol dipine tiazem thiazide tiazide semide vaptan sentan citentan ciguat afil dralazine nicate fibrate statin vastatin grel gatran xaban parin parinux plase irudin
  prazole prazan setron gliptin gliflozin glitazone glinide glitide tirom thiouracil thyroxine
  cillin penem bactam cycline mycin micin kacin thromycin floxacin oxacin nidazole conazole bendazole fungin cef sulfone vudine citabine navir ciclovir tegravir buvir previr asvir amivir ovir
  mectin antel quantel artemether
  umab imab omab tuzumab tinib ciclib parib rafenib degib zomib lisib toclax platin rubicin taxel trexate trexed uridine mustine sulfan tecan poside relin relix trozole lutamide steride
  limus kinra cept stim poetin grastim plestim feron leukin
  metasone sonide olone_ predniso prednisone prednisolone cortisone cortisol betasol betasone terol tropium lukast phylline fylline astine
  oxetine ipramine triptyline traline_ piprazole peridone_ azepam azolam zolam pidem racetam gabalin gabine giline capone dopa_ triptan gepant melteon
  estradiol estriol gestrel gestone progesterone testosterone norelgestromin dronate dronic calcidol calciferol
  curium curonium prost profloxacin azoline verine_ oxamine_ pyridamole phosphamide bicin
  mesalazine salazine butamide cromil cromoglicate mycetin triaxone xacina
`).filter((stem) => !stem.endsWith('_'));

const MIN_BEFORE = 2;
const MIN_BRAND = 6;
/** A stem as {@link spellingKey} writes it at the end of a word. */
const BEFORE = 'biboj';
const keyOf = (stem: string): string => (spellingKey(BEFORE + stem) ?? BEFORE).slice(BEFORE.length);

const ENDS = [...new Set(STEMS.map(keyOf))];

/** Whether a folded word ends in the stem of ordinary drugs. The caller has looked for opioids before. */
export function hasOrdinaryStem(word: string): boolean {
  const key = spellingKey(word);
  return key !== null && ENDS.some((stem) => key.length >= stem.length + MIN_BEFORE && key.endsWith(stem));
}

/** Ends of opioids' names, of which new ones come: "brorphine", "butonitazene". @see INN stem book: -orphine, -orphan, -eridine, -fentanil, -azocine */
const OPIOID_STEM =
  /^opium|(?:orphin[eo]?|orfin[ea]?|nitazen[eo]?|fent[ay]n[iy]l[eo]?|codon[ea]?|morphon[ea]?|morfon[ea]?|orphanol|azocin[ea]?|ceridin[ea]?|peridin[ea]?|prodin[ea]?)$/;

export const hasOpioidStem = (word: string): boolean => OPIOID_STEM.test(word);

/**
 * How brands of opioids begin and end, of which new ones come too: "Tramahexal", "Fentaplast", "Bupredermal", "Morficontin". Beside an ordinary drug
 * such a word, if nobody knows it, is no maker. From the names of the opioid tables.
 */
const BEGINS_AS_OPIOID =
  /^(?:trama(?!z)|fent[ay]n?|bupre|morph|morfi|ox[iy][ck]o[dn]|h[iy]dro[ck]o[dn]|h[iy]dromor|codei|kodei|tapent|tilid|pet[hi]*din|methad|metad|nalbu|butorph|pentazo|dextroprop|piritr|levorph)/;
const ENDS_AS_OPIOID = /(?:(?<!an|al|par|hal)dol|gesic|codin[ea]?|codal|contin|(?<!in)tram|morph|orph)$/;

export const soundsLikeOpioid = (word: string): boolean =>
  word.length >= MIN_BRAND && (BEGINS_AS_OPIOID.test(word) || ENDS_AS_OPIOID.test(word));

/** What makers put at the end of a brand that stays what it was: "Risperdalconsta", "Nurofencaps". "Plus", "forte" and the like are none. */
const TAIL =
  /^(.{5,30}?)(?:gel|caps|tabs?|spray|creme?|crema|jet|pro|duo|tetra|hexa|penta|consta|depot|retard|solo|mono|nasal|derm|kids?|baby|junior|pen|sol|soft|melt|odis|odt|flash|oro|oral|lp|sr|xr|cr|mr|pharm|ratio)$/;

/** Whether a folded word is such a name with such a tail. */
export function nameBeforeTail(word: string, isName: (name: string) => boolean): boolean {
  const name = TAIL.exec(word)?.[1];
  return name !== undefined && isName(name);
}
