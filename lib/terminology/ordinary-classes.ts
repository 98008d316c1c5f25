/**
 * Words that say what kind of ordinary product a text without a drug's name is about: "Antacid tablets", "Psoriasis cream", "Sonnencreme". No
 * opioid is of these kinds; coughs, colds, pain and diarrhoea are none of them. Folded, from general knowledge. They tell only where every word
 * of the text is known.
 */
const CLASSES: ReadonlySet<string> = new Set(
  `antacid antacids laxative laxatives mouthwash mouthwashes antihistamine antihistamines antibiotic antibiotics antifungal antifungals antiviral antivirals antiseptic antiseptics disinfectant sunscreen sunscreens
   sunblock moisturizer moisturizers moisturiser moisturisers moisturizing lubricant lubricants lubricating emollient emollients multivitamin multivitamins multimineral vitamins prenatal probiotic probiotics prebiotic prebiotics
   electrolyte electrolytes contraceptive contraceptives vaccine vaccines vaccination toxoid immunoglobulin immunoglobulins globulin antivenom antivenin antitoxin hormone hormones corticosteroid corticosteroids diuretic diuretics anticoagulant
   anticoagulants statin statins insulin insulins alcohol shampoo soap toothpaste deodorant antiperspirant repellent fluoride caries psoriasis eczema acne wart warts dandruff hemorrhoid hemorrhoids hemorrhoidal haemorrhoid haemorrhoids scabies
   lice athlete ringworm sunburn tears irrigating eye eyes eyewash ophthalmic ophth otic ear ears purified distilled bacteriostatic nutrition nutritional supplement supplements protein proteins thickener
   antiacide antiacides laxatif laxatifs antibiotique antibiotiques vitamine vitamines vaccin vaccins hydratant hydratante shampooing savon dentifrice contraceptif contraceptifs
   antazida abfuhrmittel antibiotikum impfstoff sonnencreme sonnenschutz zahnpasta seife hautcreme nahrungserganzung verhutung
   antiacido antiacidos laxante laxantes antibiotico antibioticos vitamina vitaminas vacuna vacunas vacina vacinas jabon sabonete champu pasta_dental anticonceptivo anticonceptivos anticoncepcional protector_solar hidratante hidratantes
   lassativo lassativi antibiotici vaccino vaccini sapone dentifricio contraccettivo integratore integratori idratante
   maagzuurremmer laxeermiddel vaccins zonnebrand tandpasta zeep anticonceptie
   antacida avforande laxermedel avforingsmedel vaksine vaksiner vacciner solkrem solkram tandkram tannkrem`
    .split(/\s+/)
    .filter((word) => !word.includes('_')),
);

export const saysOrdinaryClass = (word: string): boolean => CLASSES.has(word);
