/** Is the patient pregnant, breastfeeding? What laboratories and questionnaires call it. */
import { codes, type Sought } from './sought.ts';

/** LOINC: pregnancy status; as reported. */
export const PREGNANCY_STATUS: Sought = {
  codes: codes('82810-3 11449-6'),
  words: /^\W{0,3}(pregnancy status|estado de embarazo|statut de grossesse)\b/i,
};

/** LOINC: hCG found in urine or serum. SNOMED CT: pregnancy test, of urine. */
export const PREGNANCY_TEST: Sought = {
  codes: codes('2106-3 2118-8 2110-5 2112-1 80384-1 80385-8', '74036000 167252002'),
  words:
    /\bpregnancy test\b|\b(prueba|test) de (embarazo|grossesse)\b|\b(?:hcg|choriogonadotropin)\b(?:(?!hcg).){0,80}\b(?:urine|serum|qualitative|presence)\b/i,
};

/** LOINC */
export const BREASTFEEDING_STATUS: Sought = { codes: codes('63895-7') };
