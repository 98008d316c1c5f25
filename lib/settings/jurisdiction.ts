/** Where a clinic is: it settles what a brand means that is an opioid in one country and an ordinary drug in another. */
import { z } from 'zod';

export const JURISDICTIONS = ['US', 'GB', 'NZ', 'AU', 'CA', 'ES'] as const;

/** ISO 3166 code of a country. Not given: such a brand is asked about. */
export const jurisdictionSchema = z.enum(JURISDICTIONS);
export type Jurisdiction = z.infer<typeof jurisdictionSchema>;
