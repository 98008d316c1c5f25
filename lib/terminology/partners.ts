/**
 * Ordinary ingredients that come in one product with an opioid: an unknown word beside such a drug alone may be that opioid.
 * Beginnings of folded words, in the spellings of the lists' languages.
 * @see WHO ATC index N02AJ, N02AA58, R05DA, R05FA; RxNorm; the opioid rows of the national lists
 */
const PARTNER =
  /^(?:a[cz]eta?mi[no]|acetam|apap|para[cz]etam|paracet$|tylenol|asa$|aspirin|acetylsal|acetilsalicil|acetylsalicyl|salicylam|ibuprof|diclofena|ketoprof|dexketoprof|celecoxib|caf+ein|caffein|cafein|caf$|caff$|butalb|butabarb|carisoprod|metho[ck]arbam|metocarbam|chlorzox|orphenadr|phenacet|propyphenaz|prom?ethaz|prometaz|guai?fen|guaiphen|guaia|gaia[ck]|sulfogai|sulfoguai|chlorphen|chlorfen|clorfen|chlorpheni|bromphen|brompheni|bromfen|dexchlor|dexbromphen|triprolid|pseudoeph|pseudoef|pse$|phenyleph|fenilef|phenylprop|ephedr|efedr|etafedr|diphenhydr|difenhidr|doxylam|phenyltolox|pheniram|pyrilam|mepyram|carbinox|homatrop|atrop|bel+ad|papaver|terpin|ipeca|squill|ammonium|bupiv|levobupiv|ropiv|kaolin|attapulg|simet[hi]|simeth|dimethic|dimetic|buclizin|cycliz|meprobam|colchic|tiemon|menthol|eucalypt|cineol|phenobarb|dicyclover|dicyclom|droperid|hyoscin|scopol|erysim|grindel|camphor|pectin|bismuth)/;

/** What infusions are made up with: it says nothing of what is in them. */
const VEHICLES: ReadonlySet<string> = new Set(
  'sodium chloride|nacl|ns|nss|saline|normal saline|dextrose|glucose|water|sterile water|water for injection|water for injections|ringers lactate|lactated ringers|ringers|lr|rl|ringer|d 5 w|d 5 ns|d 5|d 5 lr|d 10 w|1 2 ns|ivf|diluent|swfi|glukos|natriumklorid|natriumchlorid'.split(
    '|',
  ),
);

/** Whether a folded name or list of ingredients holds such a drug. */
export const holdsPartner = (folded: string): boolean =>
  VEHICLES.has(folded) || folded.split(' ').some((word) => PARTNER.test(word));
