/** One sentence over the field-by-field comparison of what was sent and what the EHR holds. */
import type { VerifiedDraft } from '#lib/order/verify/verify-draft.ts';

export const READ_BACK_WORDS: Readonly<Record<VerifiedDraft['state'], string>> = {
  kept: 'Every field stands in the chart as it was sent.',
  differs:
    'No other drug or dose stands there than was sent, but not every field. Check the fields marked below when you sign.',
  serious:
    'The EHR holds something else than what was sent. Do not sign this draft as it is: mend or cancel it in the EHR.',
  'not-read': 'The draft could not be read back in full. Look at it in the EHR before you sign.',
};

/** In place of the words of a written draft where the EHR holds something seriously else. */
export const NOT_AS_SENT = {
  title: 'Draft in chart, not as it was sent',
  meaning: 'Signed as it stands, it could give the patient another drug or dose than planned.',
  steps: ['Cancel it in the EHR, or mend there what is marked below. Until then nobody should sign it.'],
} as const;

/** The same of an order that is no longer a draft: somebody may be taking it. */
export const NOT_AS_SENT_AND_SIGNED = {
  title: 'Order in chart, not as it was sent',
  meaning: 'The patient may be getting another drug or dose than was planned here.',
  steps: [
    'Where nobody meant what is marked below: hold the order in the EHR, and contact the patient and the pharmacy today.',
  ],
} as const;

/** "38 fields stand as they were sent" */
export function keptFields(count: number): string {
  return count === 1 ? '1 field stands as it was sent' : `${count} fields stand as they were sent`;
}
