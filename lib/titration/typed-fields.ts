/** The fields a person types into, in the order of the form. */
export const TYPED_FIELDS = ['start', 'step', 'interval', 'ceiling', 'days', 'start-date'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];
