/** How bad is the pain? One measure a code: answers to two of them are never compared. */
import { codes, type Sought } from './sought.ts';

/**
 * LOINC, 0 to 10 each. `now`: verbal numeric rating. `reported`: severity as reported, by whatever scale. `faces`: Wong-Baker, in
 * twos.
 */
export const PAIN_RATING = { now: '72514-3', reported: '38208-5', faces: '38221-8' } as const;

/**
 * LOINC: the PEG scale. The panel has no value of its own; the mean is that of its three questions: pain in the past week, enjoyment
 * of life, general activity, 0 to 10 each.
 *
 * @see LOINC panel 91148-7; Krebs 2009, "PEG"
 */
export const PEG = {
  panel: '91148-7',
  mean: '91147-9',
  questions: { pain: '75893-8', enjoyment: '91145-3', activity: '91146-1' },
} as const;

export const PAIN_SCORES: Sought = {
  codes: codes(...Object.values(PAIN_RATING), PEG.panel, PEG.mean, ...Object.values(PEG.questions)),
};
