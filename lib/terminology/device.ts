/** Devices and supplies: dressings, tests, appliances. They are no medicines. */
import type { Reading } from './reading.ts';
import { isNumber } from './words.ts';

/** Words that only a device's name has, whatever brand stands beside them. A pump, a tray, a patch or a syringe is none: opioids come in them. */
const DEVICE_KINDS: ReadonlySet<string> = new Set(
  `needle needles lancet lancets lancing strip strips glucometer stocking stockings sock socks hosiery tights bandage bandages
   bandaging stockinette gauze dressing dressings plaster plasters catheter catheters cath nelaton foley colostomy ileostomy urostomy ileo
   ostomy stoma stomal urinal truss trusses hernia girdle legging leggings armsleeve garment garments lymphoedema lymph
   pessary incont incontinence sheath sheaths urisheath condom condoms suture sutures stapler glove gloves washer washers nebuliser
   nebulizer spacer aerochamber mouthpiece mask meter tracheostomy laryngectomy cannula flange flng baseplate drainage drainable drnbl
   clsd urin leg bag bags pouch pouches belt belts deodorant deodorants pad pads swab swabs tape tapes wipes brief briefs diaper diapers
   walker wheelchair crutch crutches cane sharps electrode electrodes sensor sensors tubing adh adhesive remover skin barrier band
   dress dressg bdge hydrocolloid alginate foam wound wte sml lge med tubular tubr tublr elasticated elastctd stkng stkngs compr
   compression gmt pch colo urost drnbl flng fltr opqe rubb jug dt foy slc convex polyureth sock hose hosiery stkntte elasctd tracheo undercliff diaphragm thermometer monitor`.split(
    /\s+/,
  ),
);
/** Of those, the words that medicines' names hold too: with one of these alone no word may be unknown. */
const ALSO_OF_MEDICINES: ReadonlySet<string> = new Set(
  `strip strips meter mask pad pads swab swabs wipes patch foam skin barrier leg bag bags med sml lge adhesive adh pessary sensor monitor dress band
   wte spacer tape tapes compression wound remover sheath plaster plasters belt lymph sock socks alginate nebuliser nebulizer cath`.split(
    /\s+/,
  ),
);
const TESTED: ReadonlySet<string> = new Set(['strip', 'strips']);

/** "Fentanyl test strips": a test for the drug, not the drug. */
export const isTestStrip = (words: readonly string[]): boolean =>
  words.some((word, at) => word === 'test' && TESTED.has(words[at + 1] ?? ''));

const PHRASES: ReadonlySet<string> = new Set([
  'leg bag',
  'leg bags',
  'wound dress',
  'urine bag',
  'drain bag',
  'night bag',
]);
const hasPhrase = (words: readonly string[]): boolean =>
  words.some((word, at) => PHRASES.has(`${word} ${words[at + 1]}`));

/** Whether only devices' names have that word. */
export const isOfDevicesAlone = (word: string): boolean =>
  DEVICE_KINDS.has(word) && !ALSO_OF_MEDICINES.has(word);

/** Two words that only devices have outweigh a name of a gum or a resin beside them. */
export const isPlainlyDevice = (words: readonly string[]): boolean =>
  words.filter(isOfDevicesAlone).length > 1;

const isWordOf = ({ words, known, vocabulary }: Reading, at: number): boolean =>
  known[at]?.isDevice === true || known[at]?.isEveryday === true || vocabulary.isPart(words[at] ?? '');

/**
 * Whether a text in which no drug was found names a device: by a word that only devices have, by a maker of
 * devices alone, or by nothing but words of devices.
 */
export function namesDevice(reading: Reading, brands: ReadonlySet<string>): boolean {
  const { words, known } = reading;
  const kinds = words.filter((word) => DEVICE_KINDS.has(word));
  if (kinds.some(isOfDevicesAlone) || isTestStrip(words) || hasPhrase(words)) return true;
  if (words.some((word) => brands.has(word))) return true;
  const areKnown = words.every((word, at) => isNumber(word) || isWordOf(reading, at));
  return areKnown && kinds.length > 0 && words.some((_, at) => known[at]?.isDevice);
}
