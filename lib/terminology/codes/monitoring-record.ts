/** Was the prescription monitoring record looked at? */
import { codes, type Sought } from './sought.ts';

/** SNOMED CT (US): review of the prescription drug monitoring record. */
export const MONITORING_RECORD_REVIEWED: Sought = { codes: codes('461651000124104') };
