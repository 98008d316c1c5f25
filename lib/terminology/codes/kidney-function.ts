/** How well do the kidneys filter? The estimated glomerular filtration rate, by whatever equation. */
import { anyOf, codes, NOT_SAID_OF_THE_PATIENT, type Sought } from './sought.ts';

/**
 * Kidneys that fail, as a problem says it. SNOMED CT: chronic kidney disease stage 4 and 5, end-stage renal disease, dependence on
 * dialysis. ICD-10-CM: the same.
 */
export const SEVERE_KIDNEY_DISEASE: Sought = {
  codes: codes('431857002 433146000 46177005 105502003'),
  icd10: ['N18.4', 'N18.5', 'N18.6', 'Z99.2'],
  words: anyOf(
    /\bend[- ]stage (renal|kidney)\b|\b(ESRD|ESRF|ESKD)\b|\b(ha?emo|peritoneal )?dialysis\b|\b(CKD|chronic kidney disease|chronic renal (disease|failure))\b.{0,20}\b(4|5|IV|V)\b|\bsevere (renal|kidney) (disease|impairment|insufficiency|failure)\b/,
    // Spanish, French
    /\b(hemo)?dialisis\b|\b(ERC|enfermedad renal cronica)\b.{0,30}\bG?(4|5|IV|V)\b|\binsuficiencia renal (cronica )?(terminal|grave|severa)\b/,
    /\b(hemo)?dialyse\b|\b(IRC|MRC|(maladie|insuffisance) renale chronique)\b.{0,30}\bG?(4|5|IV|V)\b|\binsuffisance renale (chronique )?(terminale|severe)\b/,
  ),
  except: anyOf(
    /\b(family history|history of|at risk|risk of|no|not|ruled out|declined|donor|screen\w*|education|acute)\b/,
    NOT_SAID_OF_THE_PATIENT,
  ),
};

/** LOINC: MDRD, CKD-EPI, creatinine, cystatin C, whatever equation. SNOMED CT: international, and the UK's by equation. */
export const KIDNEY_FUNCTION: Sought = {
  codes: codes(
    '33914-3 48642-3 48643-1 50044-7 50210-4 62238-1 69405-9 70969-1 76633-7 77147-7 88293-6 88294-4 94677-2 98979-8 98980-6',
    '80274001 1020291000000106 1011481000000105 1011491000000107 1107411000000104 996231000000108',
  ),
  words:
    /(?<![a-z])(?:e-?)?GFR[a-z]{0,8}(?![a-z])|(?<![a-z])(?:CKD[ _-]?EPI|MDRD)(?![a-z])|glomerular filtration|filtrado glomerular|filtracion glomerular|filtration glomerulaire|(?<![a-z])T?FGe?(?![a-z])|(?<![a-z])DFGe?(?![a-z])/i,
  // EGFR is a receptor too.
  except:
    /\b(?:stage|estadio|stade|category|categoria|comment|interpretation|cutoff|declin\w{1,3}|receptor|mutations?|genes?|exons?|variants?)\b/i,
};
