/** One sentence over the field-by-field comparison of what was sent and what the EHR holds. */
import type { VerifiedDraft } from '../order/verify-draft.ts';

export const READ_BACK_WORDS: Readonly<Record<VerifiedDraft['state'], string>> = {
  kept: 'Every field stands in the chart as it was sent.',
  differs:
    'The EHR kept the drug and the doses, but not every field. Check the fields marked below when you sign.',
  serious:
    'The EHR holds something else than what was sent. Do not sign this draft as it is: mend or cancel it in the EHR.',
  'not-read': 'The draft could not be read back in full. Look at it in the EHR before you sign.',
};
