/** Operations by their common names and codes: what is done under an anaesthetic, or leaves a patient in need of an opioid. */
import { codeSystem } from '#lib/terminology/code-systems.ts';

/** Written without a name a system could know: abbreviations of operating lists. */
const ABBREVIATION =
  /\b(t[khs][ra]|uk[ra]|r?tsa|aclr?|cabg|tav[ir]|avr|mvr|pci|egd|ogd|ercp|turp|turbt|lscs|c[- ]?section|c\/s|d\s?(&|\+|and)\s?c|erpc|lletz|orif|mua|eua|acdf|[tpa]lif|tah|lavh|tvh|tlh|bso|t\s?(&|\+|and)\s?a|fess|pcnl|eswl|evar|(lap|laparoscopic|open) (chole|appy|appendix|hernia)|phaco\w*)\b/;

/** Endings and words that name an operation wherever they stand. */
const NAME = new RegExp(
  [
    /surger(y|ies)\b|\bsurgical\b|(?<!co-)\boperati(on|ons|ve)\b|\bpre-?op\w*/,
    /\bana?esthe|\bsedat(ion|ed)\b|\b(under|with|for) (a )?ga\b|\bgeneral (anaes|anes)/,
    /(?<=\w\w)(ectomy|ectomies|plasty|plasties|pexy|rrhaphy|rrhaphies|desis|cent?esis under)\b/,
    /(?<=\w\w)(?<!phleb|ven)otomy\b|(?<=\w\w)ostomy\b/,
    /\b(replacement|repair|reconstruction|fusion|graft(ing)?|bypass|resurfacing|amputation|resection|transplant(ation)?)\b|\b(hip|knee|shoulder|ankle|elbow|scar|stump|shunt|stoma|mesh|fistula|flap|pacemaker|lead|implant|hardware) revision\b|\brevision (of|surgery|hip|knee|total)\b/,
    /\bc(a?e)sa?rean\b|\bextractions?\b|\bcataracts?\b|\bwisdom (tooth|teeth)\b|\b(teeth|tooth) out\b/,
    /\b(spinal|lumbar|cervical|tunnel|nerve|subacromial|microvascular) decompression\b/,
    /\b(tunnel|finger|thumb|tendon|contracture|fascia|retinacul\w{1,4}|capsul\w{1,4}|nerve|muscle|lateral|tongue[- ]tie)( \w+)? release\b|\brelease of [^,]{0,30}\b(tunnel|finger|tendon|contracture|nerve)\b/,
    /\b(bunions?|hallux( valgus| rigidus)?|hammer ?toe|scoliosis|squint|strabismus|deformity|septum|ptosis|prolapse) (correction|operation)\b/,
    /\b(tooth|teeth|molars?|gall ?bladder|tonsils?|adenoids?|appendix|uterus|womb|ovar(y|ies)|kidney|stones?|spleen|thyroid|breast|prostate|tumou?rs?|metal ?work|hardware|k-?wires?|plates?|screws?|polyps?|fibroids?|lumps?|bowel|lung|implants?) removals?\b/,
    /\bremoval of [^,]{0,30}\b(tooth|teeth|molars?|gall ?bladder|tonsils?|adenoids?|appendix|uterus|womb|ovar(y|ies)|kidney|stones?|spleen|thyroid|breast|prostate|tumou?rs?|metal ?work|hardware|k-?wires?|plates?|screws?|polyps?|fibroids?)\b/,
    /\b(tubal|vessel|variceal|vein) ligation\b|\bligation of\b|\bsterili[sz]ation\b|\bcircumcision\b|\bcurettage\b|\bexcision\b|\blithotripsy\b/,
    /\b(hip|femoral|tibial|rod|intramedullary) (nail\w{0,3}|pinning)\b|\b(internal|external|open|fracture) (fixation|reduction)\b|\bmanipulation under\b/,
    /\b(vein|varicose)( veins?)? stripping\b|\b(stimulator|neurostimulator|shunt|prosthesis|port) (implant\w{0,5}|insertion|placement)\b|\b(fundo|gastric |diaphragm(atic)? )plication\b/,
    /\broux-en-y\b|\bcochlear implant\w{0,5}\b|\b(whipple|hartmann|nissen|bankart|latarjet|lapidus|manchester|burch)('?s)?( procedure)?\b|\b(tvt|tot|sub-?urethral|midurethral|fascial)( sling)?\b|\blasik\b|\boperating (list|room|theat(re|er))\b|\btheatre (list|slot|booking)\b/,
    /\b(total|partial) (hip|knee|shoulder|ankle|elbow)\b|\bnew (hip|knee|shoulder)\b(?! (brace|splint|orthosis|pain|injury|problem|symptoms?|patient))/,
    /\b(breast|chin|lip) (augmentation|reduction|lift)\b|\bliposuction\b|\b(face|eye) ?lift\b|\btummy tuck\b|\bgrommets?\b/,
    /\b(egg|oocyte) (collection|retrieval)\b|\bevacuation of\b|\b(coronary|peripheral) angiogra(m|phy)\b|\b(cardiac|heart) cath\w{0,14}\b|\bcardioversion\b|\bablation\b|\b(pacemaker|icd|defibrillator) (insertion|implant\w{0,5}|generator|change)\b|\bstent(ing| insertion| placement)\b/,
    /\b(hernia|knee|hip|back|shoulder|foot|hand|eye|cataract|bowel|gall ?bladder|spine|heart|nose|sinus) op\b/,
    /\bchirurg\w*|\b(cesarienne|anesthesie|amputation)\b|\bprothese (de|du) (hanche|genou|epaule)\b|(?<=\w\w)(ectomie|plastie|(?<!phleb)otomie|ostomie)\b/,
    /\bcirugia\b|\bquirurgic\w{1,4}\b|\b(operacion|cesarea|anestesia|sedacion|extraccion|cataratas?|amputacion)\b|\bprotesis de (cadera|rodilla|hombro)\b|(?<=\w\w)(ectomia|plastia|(?<!fleb)otomia|ostomia)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** Looked into under sedation; the one kind that is done again and again. */
const ENDOSCOPY =
  /\bendoscop(y|ies|ic)\b|(?<=arthro|colono|gastro|broncho|cysto|hystero|laparo|thoraco|mediastino|sigmoido|entero|duodeno|uretero|esophago|nephro|choledocho|esofago)scop(y|ies?|ic|ias?)\b|\bendoscopias?\b|\becho\w{0,12} (with|under) sedation\b/;

/** The same words of other things, taken out of a text before it is read. */
const OTHER_MEANING = new RegExp(
  [
    /\b(hormone|o?estrogen|testosterone|thyroid|thyroxine|nicotine|iron|vitamin|b12|folate|electrolyte|potassium|magnesium|calcium|fluid|volume|enzyme|factor|albumin|plasma|immunoglobulin|opioid|methadone|renal|kidney|catheter|tube|cannula|line|bag|battery|bandage|dressing|denture|crown|filling|pessary|coil|iu[ds]|mirena|hearing aid|prescription|device|card|part|steroid|insulin|sensor|cast|splint)( \w+)? replacements?( therap(y|ies))?/,
    /\breplacement (therap(y|ies)|of (the )?(\w+ )?(hormone|catheter|tube|dressing|coil|pessary|battery|filling|crown|denture|prescription|device|cannula)\w*|(prescription|script|card|battery|tablets|supply))/,
    /\b(denture|dental|hearing aid|wheelchair|prosthesis|prosthetic|appliance|glasses|spectacles?|brace|orthosis|orthotics?|device|equipment|pump|walker) repairs?|\brepairs? (of|to) (a |the |her |his |their )?(denture|dental (prosthesis|plate|appliance|crown|bridge)|hearing aid|wheelchair|prosthe\w{1,4}|appliance|glasses|spectacles?|brace|orthosis|orthotics?|device|equipment|pump|walker)s?\b|\bsterili[sz]ation of (the )?(equipment|instruments?|bottles)/,
    /\b(image|pet|trans|in) ?-?fusion|\b(data|dna|rna|protein|milk|comedone|blackhead|record|information)s? extraction/,
    /\bgraft[- ](versus|vs)[- ]host\b|\b(3-?d|image|multiplanar|ct|mri) reconstruction|\breconstruction (ct|mri)/,
    /\b(gp|doctor'?s?|general practice|family|branch|evening|morning|weekend|telephone|nurse|virtual|veterinary) surger(y|ies)\b/,
    /\b(capsule|video capsule) endoscopy\b|\blocal (ana?esthe\w*|a)\b|\b(without|no|non-?) ?(ana?esthe\w*|sedation)\b/,
    /\b(post|non)-?\s?(operative|surgical|op)\w*|\b(co|inter|contra)-?operat\w*/,
    /\bsurgical (dressings?|stockings?|hosiery|masks?|shoes?|boots?|collars?|appliances?|truss|gloves?|history|pathology|reports?|records?)\b/,
    /\brefer\w* to [^,]{0,40}surger\w*|\b(medication|plan|list|dose|prescription|essay|record) revision|\brevision (cirugia|of (the )?(medication|plan|dose|diagnosis|prescription))\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** An operation that is over or was declined: from here to the end of the clause nothing is booked. */
const NOT_BOOKED =
  /\b(history of|hx|h\/o|status[- ]post|s\/p|after|following|post|since|previous(ly)?|prior(?! to)|past|old|recent|recovering|recovery|had|underwent|complications?|declin\w+|refus\w+|no|not|avoid\w*|instead of|alternatives? to|(follow(ed)?[- ]?up|f\/u) (of|for|after|from)|tras|despues de|antecedentes? de|apres|suite a|antecedents? de|suivi (de|apres))\b[^;,.()\n]*?(?=[;,.()\n]| - |: |$)/g;

/** What is not the operation though it is spoken of: a visit about it, before its name or after it; what is worn or fetched for it. */
const VISIT =
  'follow(ed)?[- ]?up|f/?u|reviews?|checks?|check-?up|consult\\w*|aftercare|education|counsel\\w*|information|discussion|discuss|advice|opinion|wound|sutures?|stitch(es)?|staples?|dressings?|revision (?=(de|del|tras|post|por|anual|medica|cirugia|protesis)\\b)|control|cura|seguimiento|suivi|controle|pansement';
const ABOUT_IT = `${VISIT}|clinics?|outpatients?|opd|(?<!day )care|class(es)?|school|leaflet|assessment|evaluation|referral|results?|registry|questionnaire|survey|x-?rays?|xr|mri|ct|imaging|scans?|ultrasound|bags?|supplies|nurse|site|scar|pain|function`;
const VISIT_COMES_FIRST = new RegExp(
  `^\\W*(\\S+ ){0,2}(${VISIT})\\b(?!\\s*(and|then|\\+|&|with|before|under|for|y)\\b)`,
);
const VISIT_COMES_LAST = new RegExp(
  `^(\\W+(?!(with|and|then|plus|under|by|for|on|list)\\b)\\S+){0,2}\\W+(${ABOUT_IT})\\b(?! (under|and))`,
);

/** The whole appointment is of another kind, whatever its words mention. */
const THERAPY =
  /\b(physio\w*|fisioterapia|kinesitherap\w*|reeducation|physical therap\w*|pt (eval\w*|session|visit)|rehab\w*|occupational therap\w*|hydrotherap\w*|dieti\w*|nutrition\w*|psycholog\w*|vaccin\w*|immuni[sz]ation)\b/;
/** Said where an operation follows: not a visit after it. */
const AHEAD =
  /\bpre-?\s?(op|surg|assess|admission|an)|\bprior to\b|\bbefore\b|\bana?esthe|\bsedat|\bunder (ga|general|spinal)\b/;

/** Whether a text of a booking or an order speaks of an operation that lies ahead. Time grows with its length, never faster. */
export function saysOperation(text: string): boolean {
  const read = plain(text).replace(OTHER_MEANING, ' ');
  if (isOtherVisit(read)) return false;
  return read
    .replace(NOT_BOOKED, ' ')
    .split(/[;,.()\n]/)
    .some(clauseSaysOperation);
}

/** Whether a text says that the visit is therapy, whatever another text of the same row names. */
export function saysOtherVisit(text: string): boolean {
  return isOtherVisit(plain(text));
}

function isOtherVisit(read: string): boolean {
  return THERAPY.test(read) && !AHEAD.test(read);
}

function plain(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}

function clauseSaysOperation(clause: string): boolean {
  const endoscopy = ENDOSCOPY.exec(clause);
  const found = endoscopy ?? NAME.exec(clause) ?? ABBREVIATION.exec(clause);
  if (found === null) return false;
  if (AHEAD.test(clause)) return true;
  const [before, after] = [clause.slice(0, found.index), clause.slice(found.index + found[0].length)];
  // A follow-up colonoscopy is a colonoscopy; a follow-up knee replacement is a visit.
  return !VISIT_COMES_LAST.test(after) && (endoscopy !== null || !VISIT_COMES_FIRST.test(before));
}

/** SNOMED CT procedures; children of these that a chart uses are known by their words. */
const SNOMED = new Set([
  '387713003', // surgical procedure
  '609588000', // total knee replacement
  '52734007', // total hip replacement
  '80146002', // appendectomy
  '38102005', // cholecystectomy
  '45595009', // laparoscopic cholecystectomy
  '11466000', // caesarean section
  '232717009', // coronary artery bypass graft
  '236886002', // hysterectomy
  '54885007', // cataract extraction
  '55162003', // tooth extraction
  '73761001', // colonoscopy
]);
/** CPT: surgery and anaesthesia. */
const CPT = {
  system: /ama-assn\.org\/go\/cpt|2\.16\.840\.1\.113883\.6\.12$|^cpt/i,
  anaesthesia: /^0[01]\d{3}$/,
  surgery: /^[1-6]\d{4}$/,
};
/** CPT codes of its surgery section that need neither a theatre nor an anaesthetist: nails, skin lesions, injections, blood, casts, ears, labour. */
const CPT_IN_THE_OFFICE =
  /^(110[5-7]|1110|1117|1171|1172|119[78]|170|171[01]|172[05]|205[25-9]|206[01]|29[0-7]|364[0-2]|3643|3660|517[09]|5830|59025|594[0-3]|5961|6440[05]|6445|6920|6921)/;
/** CDT: oral and maxillofacial surgery. ICD-10-PCS: medical and surgical; caesarean delivery. */
const CDT = { system: /ada\.org|cdt|2\.16\.840\.1\.113883\.6\.13$/i, surgery: /^D7\d{3}$/i };
const ICD10PCS = {
  system: /icd-?10-?pcs|ICD10$|2\.16\.840\.1\.113883\.6\.4$/i,
  surgery: /^(0[0-9A-Z]{6}|10D00Z\w)$/i,
};

export function isOperationCode(system: string | null, code: string): boolean {
  if (codeSystem(system) === 'SNOMED CT' || system === null) return SNOMED.has(code);
  if (CPT.system.test(system))
    return CPT.anaesthesia.test(code) || (CPT.surgery.test(code) && !CPT_IN_THE_OFFICE.test(code));
  if (CDT.system.test(system)) return CDT.surgery.test(code);
  return ICD10PCS.system.test(system) && ICD10PCS.surgery.test(code);
}
