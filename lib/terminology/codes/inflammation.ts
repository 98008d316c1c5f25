/** Is there inflammation? The erythrocyte sedimentation rate. It is shown, and gates nothing. */
import { codes, type Sought } from './sought.ts';

/** LOINC: by whatever method. SNOMED CT: international, UK. */
export const SEDIMENTATION_RATE: Sought = {
  codes: codes('4537-7 30341-2 43402-7 82477-1 18184-2', '416838001 1022511000000103'),
};
