/** Devices by a part of a word, for the languages that join words ("Katheterventil", "stödstrumpa"), and by how their sizes are written. */

const PARTS =
  /sheath|gauze|wound|brush|sharps|suport|stocking|drain|nephrost|elasto|crepe|cathet|kathet|catet|katet|verband|forband|bandag|bandasj|strumpf|handschuh|handschoen|kanul|kanyl|cannul|prothes|orthes|orthop|inkontinen|incontinen|colostom|kolostom|ileostom|urostom|tracheo|trakeo|trakea|traqueo|teststreif|teststrip|teststic|testiliusk|blutzucker|blodsuk|blodsock|bloedglu|bloeddruk|blutdruck|blodtry|glucomet|rollst|rolsto|rullst|wheelch|hydrokol|hydrocol|hidrocol|idrocoll|windel|nadel|naald|schlauch|kompress|absaug|urinbeut|urinpos|urinpas|beinbeut|benpas|skalpel|scalpel|bistur|tensiom|termom|thermom|esfigmo|sfigmo|sphygmo|stethos|estetos|endosc|laparosc|arthrosc|sutur|pinzett|pincet|oximet|silikons|silicons|krucke|kryck|krykk|krukk|matratz|matrass|mattress|tupfer|hilfsmittel|hulpmiddel|hjalpmedel|hjelpemid|schroef|schraub|skruv|skrue|absorb|tragetuch|elektrod|electrod|pannolon|panales|braguita|stomibeut|stomapl|stomab|stomaz|stomip|tablettenteil/;

const ENDS =
  /^.{3,}(?:bands|tape|cath|kath|pads|strips|wraps?|bags?|pouch|chamber|binden?|zwachtels?|beutels?|zakken|zak|gerate?|apparate?|toestel|hilfen?|brillen?|briller|kissen|kussens?|masken?|maskers?|sonden?|sonder|scheren?|zangen?|klemmen?|schienen?|spalken?|kragen|kraag|krage|kragar|sitze?|stuhle?|stoelen|stoel|lifter|matte|watten?|streifen|pflasterentferner|becher|flaschen?|becken|schalen?|messer|ometers?|oximeters?|oximetres?|oximetros?|skum|ometres?|ometros?|ometri|oscopes?|oskope?|oscopios?|scopio|laite|pussit?|ruiskut?|sukat?|sidokset|sidos|hanskat|kasineet|pose|poser|pasar|skydd|skinne|skinner|bukse|bukser|broekje|broekjes|platten?|platta|plattor|stutzen?|einlagen?|vorlagen?)$/;

/** Whether a folded word is made of a word of devices. The words that a drug's name holds are known before this is asked. */
export const isMadeOfDevice = (word: string): boolean =>
  word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && (PARTS.test(word) || ENDS.test(word));

/** Ends that brands of medicines have, too: a sign among others. */
const WEAK_ENDS =
  /^.{3,}(?:fix|guards?|shield|sorb|sac|bind|band|foam|cell|care|flex|soft|dry|seal|press|pad|fast|form|aid|film|fit|silk|lite|hold|lock|line)$/;

export const mayBeMadeOfDevice = (word: string): boolean =>
  word.length >= MIN_LENGTH && word.length <= MAX_LENGTH && WEAK_ENDS.test(word);

const MIN_LENGTH = 7;
const MAX_LENGTH = 40;

/** "10cm x 4m", "29g x 12mm": no medicine is sold by width and length, but patches may be described so. */
const TWO_LENGTHS =
  /\d(?:[.,]\d{1,3})?\s?(?:cm|mm|m|g|gauge|in|")?\s?[x\u00d7*]\s?\d{1,4}(?:[.,]\d{1,3})?\s?(?:cm|mm|m|in|inch|")(?![a-z0-9\u00b2])/i;
/** "31 ga", "CH12", "16 Fr", "3-0", "36 cm": how needles, tubes, threads and instruments are measured, and no medicine. */
const SIZES =
  /\b\d{2}\s?g(?:a|auge|\s?x\s?\d)\b|\bg\s?\d{2}\b|\b(?:ch|fr|charr)\s?\.?\s?\d{1,2}\b|\b\d{1,2}(?:[.,]5)?\s?(?:fr|french)\b|(?<![\d/.-])\d{1,2}[-/]0(?![\d/.-])|\d\s?(?:cms?|mm|inch|yds?|yards?|yardas)(?![a-z0-9\u00b2])|\d\s?in$/i;
/** A length alone, a French size or a thread's number is enough; "20 g" may be grams. */
const LENGTH =
  /\d\s?(?:cms?|mm|inch(?:es)?|yds?|yards?|yardas)(?![a-z0-9\u00b2])|\b(?:ch|fr|charr)\s?\.?\s?\d{1,2}\b|\b\d{1,2}(?:[.,]5)?\s?(?:fr|french)\b/i;
/** "10x10": of dressings, and of blister packs. */
const DIMENSIONS = /\b\d{1,3}(?:[.,]\d{1,2})?\s?[x\u00d7*]\s?\d{1,3}(?:[.,]\d{1,2})?\b/i;
const MAX_TEXT = 250;

export const hasTwoLengths = (text: string): boolean => TWO_LENGTHS.test(text.slice(0, MAX_TEXT));
export const hasSize = (text: string): boolean => SIZES.test(text.slice(0, MAX_TEXT).trim());
export const hasLength = (text: string): boolean => LENGTH.test(text.slice(0, MAX_TEXT));
export const hasDimensions = (text: string): boolean => DIMENSIONS.test(text.slice(0, MAX_TEXT));
