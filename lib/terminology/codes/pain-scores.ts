/** How bad is the pain? Scores from 0 to 10. */
import { codes } from './sought.ts';

/** LOINC: pain now, as a number. */
export const PAIN_SEVERITY = { codes: codes('72514-3') };

/**
 * LOINC: the PEG scale: its mean, its panel, and its questions one by one: pain in the past week, enjoyment of life, activity.
 * @see LOINC panel 91148-7; Krebs 2009, "PEG"
 */
export const PEG = { codes: codes('91147-9 91148-7', '75893-8 91145-3 91146-1') };
